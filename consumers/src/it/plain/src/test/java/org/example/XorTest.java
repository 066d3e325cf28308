package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class XorTest {
  @Test
  void learns() {
    float before = new XorNet().predict(1, 0)[0];
    float after = XorNet.train().predict(1, 0)[0];
    assertTrue(after > 0 && after < 1 && after != before, before + " became " + after);
    assertEquals(2, XorNet.summary().layers().size() - 1);
  }
}

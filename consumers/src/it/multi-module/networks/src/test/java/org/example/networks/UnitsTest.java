package org.example.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UnitsTest {
  @Test
  void hasTheWeightsOfTheBlock() {
    UnitsNet network = new UnitsNet();
    assertTrue(network.weights().names().contains("units/2/hidden/kernel"));
    assertEquals(1, network.predict(1, 2, 3, 4).length);
  }
}

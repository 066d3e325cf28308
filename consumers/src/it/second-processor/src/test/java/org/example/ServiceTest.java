package org.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ServiceTest {
  @Test
  void theOtherProcessorsDidTheirWork() {
    assertTrue(ServiceLoader.load(Supplier.class).stream().anyMatch(p -> p.type() == TruthTable.class));
  }
}

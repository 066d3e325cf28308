package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderTest {

  @Test
  void eachEpochVisitsEachSampleOnceInANewOrder() {
    Order order = new Order(100, new SplittableRandom(0));
    order.next();
    int[] first = order.samples().clone();
    order.next();

    assertThat(first).containsExactlyInAnyOrder(order.samples());
    assertThat(first).isNotEqualTo(order.samples());
    assertThat(first).contains(0, 50, 99).doesNotHaveDuplicates();
  }

  @Test
  void allOrdersOccur() {
    Order order = new Order(4, new SplittableRandom(1));
    Set<List<Integer>> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      order.next();
      int[] now = order.samples();
      seen.add(List.of(now[0], now[1], now[2], now[3]));
    }

    assertThat(seen).hasSize(24);
  }

  @Test
  void withoutRandomNumbersTheOrderStays() {
    Order order = new Order(3, null);
    order.next();

    assertThat(order.samples()).containsExactly(0, 1, 2);
  }
}

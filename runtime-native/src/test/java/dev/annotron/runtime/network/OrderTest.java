package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTest {

  @Test
  void eachEpochVisitsEachSampleOnceInANewOrder() {
    Order order = new Order(100);
    order.shuffle(0, 1);
    int[] first = order.samples().clone();
    order.shuffle(0, 2);

    assertThat(first).containsExactlyInAnyOrder(order.samples());
    assertThat(first).isNotEqualTo(order.samples());
    assertThat(first).contains(0, 50, 99).doesNotHaveDuplicates();
  }

  @Test
  void allOrdersOccur() {
    Order order = new Order(4);
    Set<List<Integer>> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      order.shuffle(1, i);
      int[] now = order.samples();
      seen.add(List.of(now[0], now[1], now[2], now[3]));
    }

    assertThat(seen).hasSize(24);
  }

  @Test
  void allOrdersAreEquallyFrequent() {
    Order order = new Order(3);
    int[] counts = new int[9];
    for (int i = 0; i < 60_000; i++) {
      order.shuffle(5, i);
      counts[order.samples()[0] * 3 + order.samples()[1]]++;
    }

    // Six orders, 10,000 times each, with a deviation of 91.
    for (int i = 0; i < 9; i++) {
      assertThat(counts[i]).isBetween(i % 4 == 0 ? 0 : 9_600, i % 4 == 0 ? 0 : 10_400);
    }
  }

  @Test
  void anOrderFollowsFromSeedAndNumberAlone() {
    Order walked = new Order(20);
    for (int i = 1; i <= 7; i++) {
      walked.shuffle(3, i);
    }
    Order jumped = new Order(20);
    jumped.shuffle(3, 7);
    Order other = new Order(20);
    other.shuffle(4, 7);

    assertThat(jumped.samples()).isEqualTo(walked.samples()).isNotEqualTo(other.samples());
  }

  @Test
  void withoutShufflingTheOrderIsThatOfTheData() {
    assertThat(new Order(3).samples()).containsExactly(0, 1, 2);
  }
}

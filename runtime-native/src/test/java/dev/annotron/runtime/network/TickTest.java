package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickTest {

  private static int after(Tick tick, long nanosOfStep, int looks) {
    long now = 0;
    int pause = 1;
    for (int i = 0; i < looks; i++) {
      now += nanosOfStep * pause;
      pause = tick.look(now);
    }
    return pause;
  }

  @Test
  void looksAboutEachMillisecond() {
    assertThat(after(new Tick(0), 10_000, 100)).isBetween(50, 200);
    assertThat(after(new Tick(0), 10_000, 101)).isBetween(50, 200);
  }

  @Test
  void looksAfterEachLongStep() {
    assertThat(after(new Tick(0), 5_000_000, 3)).isEqualTo(1);
  }

  @Test
  void neverLeavesOutMoreThanAThousandSteps() {
    assertThat(after(new Tick(0), 1, 1000)).isEqualTo(1024);
  }

  @Test
  void looksAfterTheFirstStep() {
    assertThat(new Tick().due()).isTrue();
  }
}

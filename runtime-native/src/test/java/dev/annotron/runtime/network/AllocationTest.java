package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllocationTest {

  /** 90 more epochs of 26 steps, with validation: not one byte per step. */
  @ParameterizedTest
  @EnumSource
  void stepsAllocateNothing(Memory memory) {
    Dataset data = Samples.of(Tiny.classes(), 101, 1);
    Engine<?> engine = memory.engine(Tiny.classes());
    FitOptions options = Samples.SILENT.batchSize(4).validation(data);

    long few = Allocated.by(() -> engine.fit(data, options.epochs(10)));
    long many = Allocated.by(() -> engine.fit(data, options.epochs(100)));

    // What grows with the epochs is the history: four values each, recorded and copied twice.
    long history = 90 * 4 * 3 * Double.BYTES;
    assertThat(many - few).isBetween(0L, history + 64);
  }
}

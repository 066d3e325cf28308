package dev.annotron.runtime.network;

import dev.annotron.runtime.Dataset;
import java.lang.foreign.MemorySegment;

/** The two halves of a data set. */
enum Side {
  FEATURES,
  TARGETS;

  /** The floats of a row. */
  int width(Dataset data) {
    return this == FEATURES ? data.featureCount() : data.targetCount();
  }

  /** The rows, where {@link Dataset#rowAt} says. */
  MemorySegment segment(Dataset data) {
    return this == FEATURES ? data.features() : data.targets();
  }

  /** Copies the row of a sample, without a segment: the first of them costs a process 40 ms. */
  void copy(Dataset data, int sample, float[] to, int at) {
    if (this == FEATURES) {
      data.copyX(sample, to, at);
    } else {
      data.copyY(sample, to, at);
    }
  }
}

package dev.annotron.processor.diagnostics;

/** The catalogue: every problem that the compiler reports, with a stable name. */
public enum Code {
  SHAPE_RANK,
  SHAPE_MISMATCH,
  SHAPE_AXIS,
  SHAPE_OVERFLOW,
  ATTRIBUTE_RANGE,
  INPUT_COUNT,
  LOSS_OUTPUT,
  METRIC_LOSS;

  /** The searchable name, such as {@code ANNOTRON-SHAPE-RANK}. */
  public String id() {
    return "ANNOTRON-" + name().replace('_', '-');
  }
}

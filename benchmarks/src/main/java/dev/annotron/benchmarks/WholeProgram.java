package dev.annotron.benchmarks;

import java.util.List;

/** A program from start to exit: an example here, and the same in Keras. */
@SuppressWarnings("ImmutableEnumChecker") // no list here can be changed
enum WholeProgram {
  XOR("XOR, 1000 epochs", List.of("xor"), 0.4, ""),
  CONCRETE("concrete, 50 epochs, batch 32", List.of("concrete", "--epochs", "50"), 2.5, "test_mae"),
  MNIST("MNIST, 10 epochs, batch 32", List.of("mnist", "--epochs", "10"), 4, "test_accuracy");

  /** The most resident memory of the largest program, in megabytes. */
  static final double MOST_MEGABYTES = 350;

  /** That of Keras is 4.0, and rounding alone moves it by half a MPa. */
  private static final double WORST_ERROR = 4.5;

  /** That of Keras is 0.9676. */
  private static final double WORST_ACCURACY = 0.965;

  private final String title;
  private final List<String> arguments;
  private final double mostSeconds;
  private final String quality;

  /**
   * @param arguments the example's name and its options
   * @param mostSeconds the target
   * @param quality what of its result says whether it learned, or nothing
   */
  WholeProgram(String title, List<String> arguments, double mostSeconds, String quality) {
    this.title = title;
    this.arguments = arguments;
    this.mostSeconds = mostSeconds;
    this.quality = quality;
  }

  String title() {
    return title;
  }

  List<String> arguments() {
    return arguments;
  }

  double mostSeconds() {
    return mostSeconds;
  }

  String quality() {
    return quality;
  }

  boolean needsData() {
    return this != XOR;
  }

  /** Whether it learned as it should. */
  boolean learned(double value) {
    return switch (this) {
      case XOR -> true;
      case CONCRETE -> value <= WORST_ERROR;
      case MNIST -> value >= WORST_ACCURACY;
    };
  }

  String target() {
    return switch (this) {
      case XOR -> "≤ " + mostSeconds + " s";
      case CONCRETE -> "≤ " + mostSeconds + " s, error ≤ " + WORST_ERROR;
      case MNIST ->
          "≤ %.0f s, accuracy ≥ %s, ≤ %.0f MB"
              .formatted(mostSeconds, WORST_ACCURACY, MOST_MEGABYTES);
    };
  }
}

package dev.annotron.runtime.kernel;

import java.util.stream.Stream;

/** The implementations that every kernel is tested with: Java, and native per instruction set. */
record Implementation(String label, Kernels kernels, String instructionSet) {
  static final NativeKernels NATIVE = NativeLibrary.load(Settings.of(System.getProperties()));

  static Stream<Implementation> all() {
    return Stream.concat(
        Stream.of(new Implementation("java", new JavaKernels(), "best")),
        NATIVE.instructionSets().stream()
            .map(set -> new Implementation("native " + set, NATIVE, set)));
  }

  /** The kernels, with the instruction set in force. */
  Kernels ready() {
    if (!NATIVE.select(instructionSet)) {
      throw new AssertionError("cannot select " + instructionSet);
    }
    return kernels;
  }

  @Override
  public String toString() {
    return label;
  }
}

package dev.annotron.processor.numbers;

import dev.annotron.processor.CompilerOptions;
import dev.annotron.processor.plan.Compute;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a network is compiled and run.
 *
 * @param disabled the passes that do not run
 * @param plainKernels whether the kernels in plain Java are taken, whatever this process chose
 */
record Variant(Compute compute, Set<String> disabled, boolean plainKernels) {

  static Variant of(Compute compute) {
    return new Variant(compute, Set.of(), false);
  }

  /** Every way of computing; kernels also in plain Java. */
  static Stream<Variant> all() {
    return Stream.concat(
        Stream.of(Compute.values()).map(Variant::of),
        Stream.of(new Variant(Compute.NATIVE, Set.of(), true)));
  }

  Variant without(Set<String> passes) {
    return new Variant(compute, passes, plainKernels);
  }

  CompilerOptions options() {
    return new CompilerOptions(compute, disabled);
  }

  @Override
  public String toString() {
    return compute
        + (plainKernels ? " with plain kernels" : "")
        + (disabled.isEmpty() ? "" : " without " + disabled);
  }
}

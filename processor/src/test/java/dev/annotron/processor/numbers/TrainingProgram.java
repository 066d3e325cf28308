package dev.annotron.processor.numbers;

import dev.annotron.processor.plan.Compute;
import dev.annotron.runtime.FitOptions;
import java.util.HexFormat;

/** A whole process: compiles a network, trains it and prints the bits of its weights. */
final class TrainingProgram {
  private TrainingProgram() {}

  public static void main(String[] args) {
    for (String compute : args) {
      Variant variant = Variant.of(Compute.valueOf(compute));
      System.out.println(trained(Workshop.network(Examples.small(), variant), 11));
    }
  }

  /** The bits of the weights after shuffled epochs with a smaller last batch, as hex digits. */
  static String trained(Network network, long seed) {
    Computed computed = new Computed(network.create(seed));
    FitOptions options = new FitOptions().epochs(3).verbose(0);
    computed.model().fit(Examples.smallData(100).dataset(), options);
    return HexFormat.of().formatHex(computed.bits());
  }
}

package dev.annotron.examples.concrete;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.examples.SameBits;
import dev.annotron.runtime.Split;

/** Trains {@link ConcreteLayers} and {@link Concrete} alike, and compares every bit of them. */
public final class LayersMain {
  private LayersMain() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("concrete-activation-layers", LayersMain::run, args);
  }

  private static Result run(Options options) {
    Split concretes = ConcreteData.read(options);
    System.out.println(ConcreteLayersNet.summary());
    ConcreteLayersNet layers = new ConcreteLayersNet();
    layers.fit(concretes.train(), options.fit());
    double error = layers.evaluate(concretes.test()).loss();
    System.out.println("Mean absolute error on the test set: " + Result.decimal(error) + " MPa");

    System.out.println("\nThe same with activations inside the dense layers");
    ConcreteNet fused = new ConcreteNet();
    fused.fit(concretes.train(), options.fit());
    boolean same = SameBits.of(layers.weights(), fused.weights());
    System.out.println(
        same ? "All weights are the same, bit for bit." : "The weights differ; they should not.");
    return new Result().add("test_mae", error).add("same_bits", same);
  }
}

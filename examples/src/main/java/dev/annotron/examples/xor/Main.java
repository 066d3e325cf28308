package dev.annotron.examples.xor;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;

/** Trains {@link Xor} and prints what it answers to the four pairs of bits. */
public final class Main {
  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("xor", Main::run, args);
  }

  private static Result run(Options options) {
    System.out.println(XorNet.summary());
    XorNet network = new XorNet();
    network.fit(new TruthTable().get(), options.fit());

    Result result = new Result();
    for (int a = 0; a <= 1; a++) {
      for (int b = 0; b <= 1; b++) {
        float p = network.predict(a, b)[0];
        System.out.println(
            a + " xor " + b + " = " + (p > 0.5f ? 1 : 0) + "  (p = " + Result.decimal(p) + ")");
        result.add("p" + a + b, p);
      }
    }
    return result;
  }
}

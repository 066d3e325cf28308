package dev.annotron.processor.layer;

import dev.annotron.Initializer;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp;
import dev.annotron.processor.ir.NormalizationOp.Groups;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What multiplies normalised values and is added to them, as far as a layer has it. */
record Gains(Optional<Node> gamma, Optional<Node> beta) {

  /** Those that {@code scale} and {@code center} ask for. */
  static Gains of(Composer composer, Shape shape) {
    boolean scale = composer.annotation().flag("scale").value();
    boolean center = composer.annotation().flag("center").value();
    Optional<Node> gamma = scale ? Optional.of(gain(composer, "gamma", shape)) : Optional.empty();
    Optional<Node> beta =
        center
            ? Optional.of(composer.trained("beta", shape, Initializer.ZEROS, 1, 1))
            : Optional.empty();
    return new Gains(gamma, beta);
  }

  /** A gain alone, by a name of its own. */
  static Gains of(Composer composer, String name, Shape shape) {
    return new Gains(Optional.of(gain(composer, name, shape)), Optional.empty());
  }

  private static Node gain(Composer composer, String name, Shape shape) {
    return composer.trained(name, shape, Initializer.ONES, 1, 1);
  }

  /** The layer's input, normalised by groups, behind these. */
  Node normalize(Composer composer, Groups groups) {
    List<Node> operands = new ArrayList<>(List.of(composer.input()));
    gamma.ifPresent(operands::add);
    beta.ifPresent(operands::add);
    return composer.add(
        new NormalizationOp.Normalize(groups, gamma.isPresent(), beta.isPresent()), operands);
  }

  static boolean checkEpsilon(Composer composer) {
    Value<Double> epsilon = composer.annotation().real("epsilon");
    float value = epsilon.value().floatValue();
    boolean fits = value > 0 && Float.isFinite(value);
    return composer.check(fits, "epsilon", epsilon, "finite and above 0");
  }
}

package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp.Groups;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.Optional;

/** {@code @GroupNorm}: groups of channels, over all positions of a sample. */
final class GroupNormLayer implements Layer {
  /** Keras's way to ask for a group of each channel. */
  private static final int EACH = -1;

  @Override
  public String kind() {
    return "GroupNorm";
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public boolean check(Composer composer) {
    Value<Integer> groups = composer.annotation().integer("groups");
    boolean fits = groups.value() >= 1 || groups.value() == EACH;
    return composer.check(fits, "groups", groups, "at least 1, or -1 for a group of each channel")
        & Gains.checkEpsilon(composer);
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Shape shape = composer.input().shape();
    int channels = shape.last();
    Value<Integer> written = composer.annotation().integer("groups");
    int groups = written.value() == EACH ? channels : written.value();
    String expected = "a divisor of the %d channels (%s)".formatted(channels, composer.path());
    if (!composer.check(channels % groups == 0, "groups", written, expected)) {
      return Optional.empty();
    }
    Groups all =
        new Groups(
            shape.size() / channels,
            groups,
            channels / groups,
            channels,
            true,
            composer.annotation().real("epsilon").value());
    return Optional.of(Gains.of(composer, Shape.of(channels)).normalize(composer, all));
  }
}

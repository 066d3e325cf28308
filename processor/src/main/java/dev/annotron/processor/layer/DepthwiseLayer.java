package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code @DepthwiseConv2D}: a convolution of each channel for itself. */
final class DepthwiseLayer implements Layer {
  private static final Windows WINDOWS = new Windows(2);

  @Override
  public String kind() {
    return "DepthwiseConv2D";
  }

  @Override
  public Set<String> modifiers() {
    return Set.of("Init");
  }

  @Override
  public boolean check(Composer composer) {
    return check(WINDOWS, composer);
  }

  static boolean check(Windows windows, Composer composer) {
    Value<Integer> multiplier = composer.annotation().integer("depthMultiplier");
    return windows.check(composer, "kernelSize", "strides", "dilationRate")
        & windows.checkPadding(composer, false)
        & composer.check(multiplier.value() >= 1, "depthMultiplier", multiplier, "at least 1");
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    if (!WINDOWS.fits(composer)) {
      return Optional.empty();
    }
    return WINDOWS
        .over(composer, Convolutions.steps(WINDOWS, composer), List.of())
        .map(axes -> Convolutions.depthwise(composer, axes, "kernel"))
        .map(product -> Convolutions.finish(composer, product));
  }
}

package dev.annotron.processor.layer;

import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.spec.Value;
import java.util.Optional;

/** {@code @Rescaling}: a factor and an offset that are known beforehand. */
final class RescalingLayer implements Layer {
  @Override
  public String kind() {
    return "Rescaling";
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public boolean check(Composer composer) {
    return isFinite(composer, "scale") & isFinite(composer, "offset");
  }

  private static boolean isFinite(Composer composer, String attribute) {
    Value<Double> value = composer.annotation().real(attribute);
    boolean fits = Float.isFinite(value.value().floatValue());
    return composer.check(fits, attribute, value, "finite");
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    double scale = composer.annotation().real("scale").value();
    double offset = composer.annotation().real("offset").value();
    return Optional.of(composer.add(new ElementOp.Affine(scale, offset), composer.input()));
  }
}

package dev.annotron.processor.layer;

import dev.annotron.processor.ir.CustomFunction;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.spec.AnnotationSpec;
import java.util.Optional;

/** {@code @Lambda}: a user's own function; that it can be called is known. */
final class LambdaLayer implements Layer {
  @Override
  public String kind() {
    return "Lambda";
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    AnnotationSpec written = composer.annotation();
    CustomFunction function =
        new CustomFunction(
            written.text("type").value(),
            written.text("function").value(),
            written.text("derivative").value());
    return Optional.of(composer.add(new ElementOp.Custom(function), composer.input()));
  }
}

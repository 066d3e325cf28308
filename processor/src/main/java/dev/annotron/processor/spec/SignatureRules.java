package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import java.text.Normalizer;
import javax.lang.model.element.ExecutableElement;

/** What a method that is a layer has beside its name, return type and parameters: nothing. */
final class SignatureRules {
  private SignatureRules() {}

  static void check(ExecutableElement method, Report report) {
    String name = method.getSimpleName().toString();
    if (!method.getTypeParameters().isEmpty()) {
      report.addAs(Code.LAYER_SIGNATURE, Position.of(method), name, "type parameters");
    }
    if (!method.getThrownTypes().isEmpty()) {
      report.addAs(Code.LAYER_SIGNATURE, Position.of(method), name, "exceptions");
    }
    // Other programs compare names letter by letter, and many compose letters when they read.
    if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
      String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
      report.addAs(Code.LAYER_NAME, Position.of(method), name, composed);
    }
  }
}

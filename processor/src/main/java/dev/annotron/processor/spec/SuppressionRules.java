package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.diagnostics.Severity;
import dev.annotron.processor.diagnostics.Suggestion;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What {@code @SuppressWarnings("annotron:...")} names is a warning of ours. */
final class SuppressionRules {
  private static final String PREFIX = "annotron:";

  private SuppressionRules() {}

  static void check(TypeElement network, Report report) {
    check((Element) network, report);
    network.getEnclosedElements().forEach(member -> check(member, report));
  }

  private static void check(Element element, Report report) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (AnnotationKinds.typeOf(mirror)
          .getQualifiedName()
          .contentEquals(SuppressWarnings.class.getCanonicalName())) {
        AnnotationReader.written(mirror, "value")
            .ifPresent(value -> check(new Position(element, mirror, value), report));
      }
    }
  }

  private static void check(Position at, Report report) {
    if (at.value() != null && at.value().getValue() instanceof List<?> names) {
      for (Object name : names) {
        if (name instanceof AnnotationValue written
            && written.getValue() instanceof String text
            && text.startsWith(PREFIX)) {
          check(new Position(at.element(), at.annotation(), written), text, report);
        }
      }
    }
  }

  private static void check(Position at, String text, Report report) {
    String name = text.substring(PREFIX.length());
    List<String> warnings = names(Severity.WARNING);
    if (!warnings.contains(name) && at.element() != null) {
      String why =
          names(Severity.ERROR).contains(name)
              ? "this is an error, which is only mended; remove it"
              : "there is no such warning; "
                  + Suggestion.nearest(name, warnings)
                      .map(near -> "did you mean " + PREFIX + near + "?")
                      .orElse("remove it");
      report.addAs(Code.SUPPRESSION, at, at.element().getSimpleName(), text, why);
    }
  }

  private static List<String> names(Severity severity) {
    return Arrays.stream(Code.values())
        .filter(code -> code.severity() == severity)
        .map(code -> code.name().replace('_', '-'))
        .toList();
  }
}

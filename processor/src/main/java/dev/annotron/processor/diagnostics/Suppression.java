package dev.annotron.processor.diagnostics;

import java.util.Arrays;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Whether the user asked not to be told: {@code @SuppressWarnings("annotron:LAYER-UNUSED")} on the
 * layer or the interface, or {@code "annotron"} for all warnings.
 */
final class Suppression {
  private static final String ALL = "annotron";

  private Suppression() {}

  static boolean applies(Diagnostic found) {
    if (found.code().severity() != Severity.WARNING) {
      return false;
    }
    String name = ALL + ":" + found.code().name().replace('_', '-');
    return applies(found.at().element(), name) || applies(found.at().outermost().element(), name);
  }

  private static boolean applies(@Nullable Element innermost, String name) {
    for (Element element = innermost; element != null; element = element.getEnclosingElement()) {
      if (names(element, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(Element element, String name) {
    @Nullable SuppressWarnings written = element.getAnnotation(SuppressWarnings.class);
    return written != null
        && Arrays.stream(written.value()).anyMatch(one -> one.equals(name) || one.equals(ALL));
  }
}

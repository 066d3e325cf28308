package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What a type must be for its methods to be read as layers. */
final class InterfaceRules {
  private InterfaceRules() {}

  /** Whether the methods are worth reading; other mistakes are reported and reading goes on. */
  static boolean check(TypeElement network, Report report) {
    String name = network.getSimpleName().toString();
    Position at = Position.of(network);
    if (network.getKind() != ElementKind.INTERFACE) {
      report.addAs(Code.NOT_AN_INTERFACE, at, name, description(network) + " " + name);
      return false;
    }
    if (!network.getTypeParameters().isEmpty()) {
      Position first = Position.of(network.getTypeParameters().getFirst());
      report.addAs(Code.GENERIC_INTERFACE, first, name, join(network.getTypeParameters()));
    }
    if (!network.getInterfaces().isEmpty()) {
      report.addAs(Code.SUPER_INTERFACE, at, name, join(network.getInterfaces()));
    }
    checkPrivate(network, report);
    return true;
  }

  private static void checkPrivate(TypeElement network, Report report) {
    for (Element at = network; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) {
        report.addAs(
            Code.PRIVATE_INTERFACE,
            Position.of(network),
            network.getSimpleName(),
            at.getSimpleName());
        return;
      }
    }
  }

  private static String description(TypeElement type) {
    return type.getKind() == ElementKind.ANNOTATION_TYPE
        ? "@interface"
        : type.getKind().name().toLowerCase(Locale.ROOT);
  }

  private static String join(List<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}

package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads what the generated class will be called. */
final class NameReader {
  /** Words that are names, but never of a type (Java Language Specification, 3.8). */
  private static final Set<String> RESTRICTED =
      Set.of("permits", "record", "sealed", "var", "yield");

  private final Elements elements;

  NameReader(Elements elements) {
    this.elements = elements;
  }

  /**
   * The names; where {@code @Network(name)} is unusable, the default stands in.
   *
   * @param taken qualified names of other types of this compilation
   */
  Names read(TypeElement network, AnnotationMirror mirror, Set<String> taken, Report report) {
    String simpleName = network.getSimpleName().toString();
    String packageName = elements.getPackageOf(network).getQualifiedName().toString();
    String chosen = chosenName(mirror);
    boolean valid = chosen.isEmpty() || isSimpleName(chosen);
    String className = chosen.isEmpty() || !valid ? simpleName + "Net" : chosen;
    Names names = new Names(packageName, simpleName, className, isVisible(network));
    if (!valid) {
      report.addAs(Code.CLASS_NAME_INVALID, position(network, mirror), simpleName, chosen);
    } else if (taken.contains(names.qualifiedClassName())) {
      report.addAs(
          Code.CLASS_NAME_TAKEN, position(network, mirror), simpleName, names.qualifiedClassName());
    }
    return names;
  }

  private static String chosenName(AnnotationMirror mirror) {
    return AnnotationReader.written(mirror, "name")
        .map(value -> value.getValue().toString())
        .orElse("");
  }

  private static boolean isSimpleName(String name) {
    return SourceVersion.isName(name) && name.indexOf('.') < 0 && !RESTRICTED.contains(name);
  }

  private static Position position(TypeElement network, AnnotationMirror mirror) {
    return AnnotationReader.written(mirror, "name")
        .map(value -> new Position(network, mirror, value))
        .orElse(Position.of(network));
  }

  private static boolean isVisible(TypeElement network) {
    for (Element at = network; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }
}

package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Whether the generated class can call the two methods that {@code @Lambda} names. */
final class LambdaRules {
  static final String LAMBDA = "Lambda";

  private final Elements elements;
  private final ExecutableElement layer;
  private final AnnotationMirror mirror;
  private final Report report;

  private LambdaRules(
      Elements elements, ExecutableElement layer, AnnotationMirror mirror, Report report) {
    this.elements = elements;
    this.layer = layer;
    this.mirror = mirror;
    this.report = report;
  }

  /** Reports what keeps the methods of a layer's annotation from being called. */
  static void check(
      Elements elements, ExecutableElement layer, AnnotationMirror mirror, Report report) {
    new LambdaRules(elements, layer, mirror, report).check();
  }

  private void check() {
    AnnotationValue written = value("type");
    if (!(written.getValue() instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement type)) {
      complain(written, "the type of a function is " + written, "name a class");
      return;
    }
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!isVisible(at)) {
        complain(
            written,
            "class %s cannot be seen by the generated class".formatted(type),
            "make it public");
        return;
      }
    }
    for (String attribute : List.of("function", "derivative")) {
      AnnotationValue name = value(attribute);
      obstacle(type, (String) name.getValue())
          .ifPresent(found -> complain(name, found, mend((String) name.getValue())));
    }
  }

  private static String mend(String name) {
    return "write \"public static float %s(float x)\" there".formatted(name);
  }

  /** What is wrong with a method; empty if it can be called. */
  private Optional<String> obstacle(TypeElement type, String name) {
    List<ExecutableElement> named =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> method.getSimpleName().contentEquals(name))
            .toList();
    if (named.isEmpty()) {
      return Optional.of("class %s has no method %s".formatted(type, name));
    }
    Optional<ExecutableElement> ofFloat =
        named.stream().filter(LambdaRules::takesAndReturnsFloat).findFirst();
    if (ofFloat.isEmpty()) {
      return Optional.of(
          "method %s of class %s does not take one float and return one".formatted(name, type));
    }
    ExecutableElement method = ofFloat.get();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      return Optional.of("method %s of class %s is not static".formatted(name, type));
    }
    if (!isVisible(method)) {
      return Optional.of(
          "method %s of class %s cannot be seen by the generated class".formatted(name, type));
    }
    return method.getThrownTypes().isEmpty()
        ? Optional.empty()
        : Optional.of("method %s of class %s declares exceptions".formatted(name, type));
  }

  private static boolean takesAndReturnsFloat(ExecutableElement method) {
    return method.getParameters().size() == 1
        && method.getParameters().getFirst().asType().getKind() == TypeKind.FLOAT
        && method.getReturnType().getKind() == TypeKind.FLOAT;
  }

  private boolean isVisible(Element element) {
    return element.getModifiers().contains(Modifier.PUBLIC)
        || (!element.getModifiers().contains(Modifier.PRIVATE)
            && elements.getPackageOf(element).equals(elements.getPackageOf(layer)));
  }

  /** An attribute's value, written or not. */
  private AnnotationValue value(String attribute) {
    return elements.getElementValuesWithDefaults(mirror).entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
        .map(entry -> (AnnotationValue) entry.getValue())
        .findFirst()
        .orElseThrow();
  }

  private void complain(AnnotationValue value, String found, String mend) {
    boolean written = mirror.getElementValues().containsValue(value);
    Position at = written ? new Position(layer, mirror, value) : Position.of(layer, mirror);
    report.addAs(Code.CUSTOM_FUNCTION, at, layer.getSimpleName(), found, mend);
  }
}

package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What {@code @Train(data)} must be, so that the generated class can say {@code new X().get()}. */
final class DataClassRules {
  static final String DATASET = "dev.annotron.runtime.Dataset";
  private static final String NONE = "dev.annotron.Train.None";
  private final Elements elements;
  private final Types types;

  DataClassRules(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The data class; empty for none. An unfit one is reported, and returned all the same. */
  Optional<Value<String>> read(
      TypeElement network, AnnotationMirror mirror, AnnotationValue value, Report report) {
    if (!(value.getValue() instanceof DeclaredType type)
        || !(type.asElement() instanceof TypeElement data)
        || data.getQualifiedName().contentEquals(NONE)) {
      return Optional.empty();
    }
    Position at = new Position(network, mirror, value);
    if (!supplies(type, network)) {
      report.addAs(Code.DATA_SUPPLIER, at, network.getSimpleName(), data.getSimpleName());
    } else {
      obstacle(data, network)
          .ifPresent(
              found ->
                  report.addAs(
                      Code.DATA_CONSTRUCTION,
                      at,
                      network.getSimpleName(),
                      data.getSimpleName(),
                      found.what(),
                      found.mend()));
    }
    return Optional.of(new Value<>(data.getQualifiedName().toString(), at));
  }

  private boolean supplies(DeclaredType data, TypeElement network) {
    TypeElement dataset = elements.getTypeElement(elements.getModuleOf(network), DATASET);
    TypeElement supplier = elements.getTypeElement(Supplier.class.getCanonicalName());
    if (dataset == null) {
      return true; // the missing runtime is a mistake of its own
    }
    TypeMirror datasets = types.getWildcardType(dataset.asType(), null);
    // A subtype and not just assignable: a raw Supplier gives objects.
    return types.isSubtype(data, types.getDeclaredType(supplier, datasets));
  }

  private record Obstacle(String what, String mend) {}

  private Optional<Obstacle> obstacle(TypeElement data, TypeElement network) {
    if (data.getKind() != ElementKind.CLASS && data.getKind() != ElementKind.RECORD) {
      return found("is no class", "name a class");
    }
    if (data.getModifiers().contains(Modifier.ABSTRACT)) {
      return found("is abstract", "make it concrete");
    }
    if (data.getNestingKind() == NestingKind.MEMBER
        && !data.getModifiers().contains(Modifier.STATIC)) {
      return found("needs an object of the class around it", "make it static");
    }
    for (Element at = data; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!isVisible(at, network)) {
        return found("cannot be seen by the generated class", "make it public");
      }
    }
    return constructorObstacle(data, network);
  }

  private Optional<Obstacle> constructorObstacle(TypeElement data, TypeElement network) {
    Optional<ExecutableElement> constructor =
        ElementFilter.constructorsIn(data.getEnclosedElements()).stream()
            .filter(one -> one.getParameters().isEmpty())
            .findFirst();
    if (constructor.isEmpty()) {
      return found("has no constructor without parameters", "add one");
    }
    if (!isVisible(constructor.get(), network)) {
      return found("hides its constructor without parameters", "make it public");
    }
    return constructor.get().getThrownTypes().stream()
        .filter(this::isChecked)
        .findFirst()
        .flatMap(thrown -> found("throws " + thrown + " when it is made", "catch it there"));
  }

  private boolean isVisible(Element element, TypeElement network) {
    if (element.getModifiers().contains(Modifier.PRIVATE)) {
      return false;
    }
    return element.getModifiers().contains(Modifier.PUBLIC)
        || elements.getPackageOf(element).equals(elements.getPackageOf(network));
  }

  private boolean isChecked(TypeMirror thrown) {
    return List.of(RuntimeException.class, Error.class).stream()
        .map(type -> elements.getTypeElement(type.getCanonicalName()).asType())
        .noneMatch(unchecked -> types.isSubtype(thrown, unchecked));
  }

  private static Optional<Obstacle> found(String what, String mend) {
    return Optional.of(new Obstacle(what, mend));
  }
}

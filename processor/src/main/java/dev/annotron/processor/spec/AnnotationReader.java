package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Reads any annotation; nothing here knows a particular one. */
final class AnnotationReader {
  private AnnotationReader() {}

  /**
   * The annotation with its defaults; empty if a value without default is not written, about which
   * javac complains itself.
   */
  static Optional<AnnotationSpec> read(Element element, AnnotationMirror mirror) {
    Position at = Position.of(element, mirror);
    TypeElement type = AnnotationKinds.typeOf(mirror);
    Map<String, Value<?>> values = new LinkedHashMap<>();
    for (ExecutableElement attribute : ElementFilter.methodsIn(type.getEnclosedElements())) {
      String name = attribute.getSimpleName().toString();
      AnnotationValue written = mirror.getElementValues().get(attribute);
      if (written != null) {
        values.put(name, value(written, new Position(element, mirror, written)));
      } else if (attribute.getDefaultValue() != null) {
        values.put(name, value(attribute.getDefaultValue(), at));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(spec(type, at, values));
  }

  /** The annotation as it would be if written without values; each attribute has a default. */
  static AnnotationSpec defaults(TypeElement type, Position at) {
    Map<String, Value<?>> values = new LinkedHashMap<>();
    for (ExecutableElement attribute : ElementFilter.methodsIn(type.getEnclosedElements())) {
      AnnotationValue value = Objects.requireNonNull(attribute.getDefaultValue());
      values.put(attribute.getSimpleName().toString(), value(value, at));
    }
    return spec(type, at, values);
  }

  /** The value of one attribute as written, if it is. */
  static Optional<AnnotationValue> written(AnnotationMirror mirror, String attribute) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
        .map(entry -> (AnnotationValue) entry.getValue())
        .findFirst();
  }

  private static AnnotationSpec spec(TypeElement type, Position at, Map<String, Value<?>> values) {
    return new AnnotationSpec(type.getSimpleName().toString(), at, values);
  }

  private static Value<?> value(AnnotationValue value, Position at) {
    return new Value<>(value.accept(new Plain(), at), at);
  }

  /** Makes plain values of annotation values, as {@link AnnotationSpec#values} describes them. */
  private static final class Plain extends SimpleAnnotationValueVisitor14<Object, Position> {
    @Override
    protected Object defaultAction(Object boxed, Position at) {
      return boxed;
    }

    @Override
    public Object visitEnumConstant(VariableElement constant, Position at) {
      return constant.getSimpleName().toString();
    }

    @Override
    public Object visitType(TypeMirror type, Position at) {
      return type instanceof DeclaredType declared
          ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
          : type.toString();
    }

    @Override
    public Object visitArray(List<? extends AnnotationValue> elements, Position at) {
      return elements.stream().map(element -> value(element, inside(at, element))).toList();
    }

    /** An element stands by itself if its list is written, and at the annotation if it is not. */
    private static Position inside(Position list, AnnotationValue element) {
      return list.value() == null ? list : new Position(list.element(), list.annotation(), element);
    }
  }
}

package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An annotation as written, with defaults filled in.
 *
 * @param kind the annotation's simple name, such as {@code "Dense"}
 * @param values boxed primitives, strings, enum constants as their names, classes as their
 *     canonical names, and lists of values of these; by attribute name. A default stands at the
 *     annotation.
 */
public record AnnotationSpec(String kind, Position at, Map<String, Value<?>> values) {

  public Value<Integer> integer(String attribute) {
    return typed(attribute, Integer.class);
  }

  public Value<Double> real(String attribute) {
    return typed(attribute, Double.class);
  }

  public Value<Boolean> flag(String attribute) {
    return typed(attribute, Boolean.class);
  }

  public Value<Long> longInteger(String attribute) {
    return typed(attribute, Long.class);
  }

  public Value<String> text(String attribute) {
    return typed(attribute, String.class);
  }

  public <E extends Enum<E>> Value<E> constant(String attribute, Class<E> type) {
    Value<String> name = typed(attribute, String.class);
    return new Value<>(Enum.valueOf(type, name.value()), name.at());
  }

  public Value<List<Integer>> integers(String attribute) {
    List<Integer> list = eachInteger(attribute).stream().map(Value::value).toList();
    return new Value<>(list, get(attribute).at());
  }

  /** The same, each integer with its own position. */
  public List<Value<Integer>> eachInteger(String attribute) {
    return each(attribute, Integer.class);
  }

  /** The real numbers of a list, each with its own position. */
  public List<Value<Double>> eachReal(String attribute) {
    return each(attribute, Double.class);
  }

  /** The constants of a list, each with its own position. */
  public <E extends Enum<E>> List<Value<E>> eachConstant(String attribute, Class<E> type) {
    return each(attribute, String.class).stream()
        .map(name -> new Value<>(Enum.valueOf(type, name.value()), name.at()))
        .toList();
  }

  /** The constants of a list by their names, each with its own position. */
  public List<Value<String>> names(String attribute) {
    return each(attribute, String.class);
  }

  /** The same with its positions changed. */
  AnnotationSpec at(UnaryOperator<Position> change) {
    Map<String, Value<?>> changed = new LinkedHashMap<>();
    values.forEach((name, value) -> changed.put(name, at(value, change)));
    return new AnnotationSpec(kind, change.apply(at), changed);
  }

  private static Value<?> at(Value<?> value, UnaryOperator<Position> change) {
    Object plain = value.value();
    if (plain instanceof List<?> list) {
      plain =
          list.stream()
              .map(element -> element instanceof Value<?> one ? at(one, change) : element)
              .toList();
    }
    return new Value<>(plain, change.apply(value.at()));
  }

  private <T> List<Value<T>> each(String attribute, Class<T> type) {
    Value<?> list = get(attribute);
    return ((List<?>) list.value())
        .stream()
            .map(
                element ->
                    element instanceof Value<?>(Object value, Position at)
                        ? new Value<>(type.cast(value), at)
                        : new Value<>(type.cast(element), list.at()))
            .toList();
  }

  private <T> Value<T> typed(String attribute, Class<T> type) {
    Value<?> raw = get(attribute);
    return new Value<>(type.cast(raw.value()), raw.at());
  }

  private Value<?> get(String attribute) {
    Value<?> value = values.get(attribute);
    if (value == null) {
      throw new IllegalArgumentException("@" + kind + " has no attribute " + attribute);
    }
    return value;
  }
}

package dev.annotron.processor.interpret;

import java.lang.reflect.Method;
import java.util.function.DoubleUnaryOperator;

/**
 * A user's own function, found by its name: the interpreter runs where the user's classes are
 * compiled already. It computes in float, as generated code does.
 */
final class Custom implements DoubleUnaryOperator {
  private final Method method;

  Custom(String type, String name) {
    try {
      method = Class.forName(type).getMethod(name, float.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no function " + type + "." + name, e);
    }
  }

  @Override
  public double applyAsDouble(double x) {
    try {
      return (float) method.invoke(null, (float) x);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

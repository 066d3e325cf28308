package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.Activation;
import dev.annotron.processor.ir.LossKind;
import dev.annotron.processor.ir.Pointwise;
import java.util.List;
import java.util.Locale;

/** Small pieces of Java. */
final class Expressions {
  private static final int TERMS_PER_LINE = 4;

  private Expressions() {}

  /** {@code function(x)}. */
  static CodeBlock apply(Pointwise function, CodeBlock x) {
    return function.activation() == Activation.LINEAR ? x : call(function, "", x);
  }

  /** {@code function'(v)}. */
  static CodeBlock derivative(Pointwise function, CodeBlock v) {
    return function.activation() == Activation.LINEAR
        ? CodeBlock.of("1f")
        : call(function, "Derivative", v);
  }

  private static CodeBlock call(Pointwise function, String suffix, CodeBlock x) {
    String name = camelCase(function.activation().name()) + suffix;
    return function.activation() == Activation.LEAKY_RELU
        ? CodeBlock.of("$T.$L($L, $L)", RuntimeTypes.FUNCTIONS, name, x, number(function.slope()))
        : CodeBlock.of("$T.$L($L)", RuntimeTypes.FUNCTIONS, name, x);
  }

  /** The runtime's constant for a loss, and its options. */
  static CodeBlock loss(LossKind kind) {
    String name = kind.loss().name() + (kind.fromLogits() ? "_LOGITS" : "");
    CodeBlock loss = CodeBlock.of("$T.$L", RuntimeTypes.LOSS_FUNCTION, name);
    return CodeBlock.of("$L, $L, $L", loss, number(kind.shape()), number(kind.balance()));
  }

  /** The runtime's constant for a function, and its slope. */
  static CodeBlock function(Pointwise function) {
    return CodeBlock.of(
        "$T.$L, $L", RuntimeTypes.FUNCTION, function.activation().name(), number(function.slope()));
  }

  /** A float literal. */
  static String number(double value) {
    return (float) value + "f";
  }

  /** {@code a + b + c}, broken into lines. */
  static CodeBlock sum(List<CodeBlock> terms) {
    CodeBlock.Builder sum = CodeBlock.builder();
    for (int i = 0; i < terms.size(); i++) {
      if (i > 0) {
        sum.add(i % TERMS_PER_LINE == 0 ? "\n+ " : " + ");
      }
      sum.add(terms.get(i));
    }
    return sum.build();
  }

  static String camelCase(String constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
      name.append(name.isEmpty() ? word : JavaNames.capitalized(word));
    }
    return name.toString();
  }
}

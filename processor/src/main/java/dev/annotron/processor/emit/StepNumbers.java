package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.plan.Optimizer;

/** What a step computes once before it goes through the weights: corrections by step. */
final class StepNumbers {
  private StepNumbers() {}

  static CodeBlock of(Optimizer optimizer) {
    CodeBlock.Builder code = CodeBlock.builder();
    switch (optimizer) {
      case Optimizer.Adam adam ->
          code.addStatement(
              "float alpha = (float) (learningRate * $1T.sqrt(1 - $1T.pow($2L, step))"
                  + " / (1 - $1T.pow($3L, step)))",
              Math.class,
              adam.beta2(),
              adam.beta1());
      case Optimizer.Adamax adamax ->
          code.addStatement(
              "float alpha = (float) (learningRate / (1 - $T.pow($L, step)))",
              Math.class,
              adamax.beta1());
      case Optimizer.Nadam nadam -> nadam(code, nadam);
      case Optimizer.Ftrl ftrl when ftrl.beta() > 0 ->
          code.addStatement(
              "float l2 = (float) ($L + $L / learningRate)", 2 * ftrl.l2(), ftrl.beta());
      case Optimizer.Ftrl ftrl -> code.addStatement("float l2 = $L", number(2 * ftrl.l2()));
      default -> {
        // The others take the learning rate as it is.
      }
    }
    return code.build();
  }

  /** The correction of v̂ is taken out of the root, into the other numbers. */
  private static void nadam(CodeBlock.Builder code, Optimizer.Nadam nadam) {
    code.addStatement(
        "double now = $1T.momentum($2L, step), next = $1T.momentum($2L, step + 1)",
        RuntimeTypes.NADAM,
        nadam.beta1());
    code.addStatement("double product = $T.product($L, step)", RuntimeTypes.NADAM, nadam.beta1());
    code.addStatement("double root = $1T.sqrt(1 - $1T.pow($2L, step))", Math.class, nadam.beta2());
    code.addStatement("float ofMean = (float) (learningRate * root * next / (1 - product * next))");
    code.addStatement(
        "float ofGradient = (float) (learningRate * root * (1 - now) / (1 - product))");
    code.addStatement("float epsilon = (float) ($L * root)", nadam.epsilon());
  }

  private static String number(double value) {
    return Expressions.number(value);
  }
}

package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.annotron.processor.plan.Optimizer;
import dev.annotron.processor.plan.WeightPlan;
import javax.lang.model.element.Modifier;

/** The optimizer's step, over all weights in one pass. */
final class UpdateEmitter {
  private final Memory memory;
  private final WeightPlan weights;
  private final int count;

  UpdateEmitter(Memory memory, WeightPlan weights) {
    this.memory = memory;
    this.weights = weights;
    this.count = weights.trained();
  }

  MethodSpec emit(Optimizer optimizer) {
    return MethodSpec.methodBuilder("update")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(memory.type(), "weights")
        .addParameter(memory.type(), "gradients")
        .addParameter(memory.type(), "state")
        .addParameter(TypeName.FLOAT, "learningRate")
        .addParameter(TypeName.LONG, "step")
        .addCode(memory == Memory.HEAP ? loop(optimizer) : call(optimizer))
        .addCode(moved())
        .build();
  }

  /** Takes the next values of updated parameters, which lie among the gradients. */
  private CodeBlock moved() {
    int updated = weights.updated();
    if (updated == 0) {
      return CodeBlock.builder().build();
    }
    return memory == Memory.HEAP
        ? statement("$T.arraycopy(gradients, $2L, weights, $2L, $3L)", System.class, count, updated)
        : statement(
            "kernels.copyRows(gradients, $1L, $2L, weights, $1L, $2L, $2L, 1)", count, updated);
  }

  private CodeBlock loop(Optimizer optimizer) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (optimizer instanceof Optimizer.Adam adam) {
      code.add(alpha(adam));
    }
    code.beginControlFlow("for (int i = 0; i < $L; i++)", count);
    switch (optimizer) {
      case Optimizer.Sgd sgd -> sgd(code, sgd);
      case Optimizer.Adam adam -> adam(code, adam);
    }
    return code.endControlFlow().build();
  }

  private static void sgd(CodeBlock.Builder code, Optimizer.Sgd sgd) {
    if (sgd.momentum() == 0) {
      code.addStatement("weights[i] -= learningRate * gradients[i]");
      return;
    }
    String momentum = Expressions.number(sgd.momentum());
    code.addStatement("float v = $L * state[i] - learningRate * gradients[i]", momentum);
    code.addStatement("state[i] = v");
    if (sgd.nesterov()) {
      code.addStatement("weights[i] += $L * v - learningRate * gradients[i]", momentum);
    } else {
      code.addStatement("weights[i] += v");
    }
  }

  private void adam(CodeBlock.Builder code, Optimizer.Adam adam) {
    code.addStatement("float g = gradients[i]");
    code.addStatement(
        "float m = state[i] + (g - state[i]) * $L", Expressions.number(1 - adam.beta1()));
    code.addStatement(
        "float v = state[$1L + i] + (g * g - state[$1L + i]) * $2L",
        count,
        Expressions.number(1 - adam.beta2()));
    code.addStatement("state[i] = m");
    code.addStatement("state[$L + i] = v", count);
    code.addStatement(
        "weights[i] -= alpha * m / ((float) $T.sqrt(v) + $L)",
        Math.class,
        Expressions.number(adam.epsilon()));
  }

  private CodeBlock call(Optimizer optimizer) {
    return switch (optimizer) {
      case Optimizer.Sgd sgd when sgd.momentum() == 0 ->
          statement("kernels.sgd(weights, gradients, $L, learningRate)", count);
      case Optimizer.Sgd sgd ->
          statement(
              "kernels.sgdMomentum(weights, gradients, state, $L, learningRate, $L, $L)",
              count,
              Expressions.number(sgd.momentum()),
              sgd.nesterov());
      case Optimizer.Adam adam ->
          CodeBlock.builder()
              .add(alpha(adam))
              .addStatement(
                  "kernels.adam(weights, gradients, state, $L, alpha, $L, $L, $L)",
                  count,
                  Expressions.number(1 - adam.beta1()),
                  Expressions.number(1 - adam.beta2()),
                  Expressions.number(adam.epsilon()))
              .build();
    };
  }

  /** The learning rate, corrected for means that started at 0. */
  private static CodeBlock alpha(Optimizer.Adam adam) {
    return statement(
        "float alpha = (float) (learningRate * $1T.sqrt(1 - $1T.pow($2L, step))"
            + " / (1 - $1T.pow($3L, step)))",
        Math.class,
        adam.beta2(),
        adam.beta1());
  }

  private static CodeBlock statement(String format, Object... arguments) {
    return CodeBlock.builder().addStatement(format, arguments).build();
  }
}

package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.plan.Optimizer;

/** An optimizer's step as a loop over arrays. */
final class HeapStep {
  private static final String ROOT = "(float) $T.sqrt($L)";

  private final CodeBlock.Builder code = CodeBlock.builder();
  private final int count;

  private HeapStep(int count) {
    this.count = count;
  }

  static CodeBlock of(Optimizer optimizer, int count) {
    HeapStep step = new HeapStep(count);
    step.code.beginControlFlow("for (int i = 0; i < $L; i++)", count);
    step.weight(optimizer);
    return step.code.endControlFlow().build();
  }

  private void weight(Optimizer optimizer) {
    switch (optimizer) {
      case Optimizer.Sgd sgd -> sgd(sgd);
      case Optimizer.Adam adam -> adam(adam);
      case Optimizer.RmsProp rms -> rmsProp(rms);
      case Optimizer.Adagrad adagrad -> adagrad(adagrad);
      case Optimizer.Adadelta adadelta -> adadelta(adadelta);
      case Optimizer.Adamax adamax -> adamax(adamax);
      case Optimizer.Nadam nadam -> nadam(nadam);
      case Optimizer.Lion lion -> lion(lion);
      case Optimizer.Ftrl ftrl -> ftrl(ftrl);
    }
  }

  private void sgd(Optimizer.Sgd sgd) {
    if (sgd.momentum() == 0) {
      code.addStatement("weights[i] -= learningRate * gradients[i]");
      return;
    }
    String momentum = number(sgd.momentum());
    code.addStatement("float v = $L * state[i] - learningRate * gradients[i]", momentum);
    code.addStatement("state[i] = v");
    if (sgd.nesterov()) {
      code.addStatement("weights[i] += $L * v - learningRate * gradients[i]", momentum);
    } else {
      code.addStatement("weights[i] += v");
    }
  }

  private void adam(Optimizer.Adam adam) {
    gradient();
    mean("m", 0, "g", 1 - adam.beta1());
    mean("v", 1, "g * g", 1 - adam.beta2());
    store(0, "m");
    store(1, "v");
    if (adam.amsgrad()) {
      code.addStatement("float u = $T.max($L, v)", Math.class, slot(2));
      store(2, "u");
    }
    code.addStatement(
        "weights[i] -= alpha * m / (" + ROOT + " + $L)",
        Math.class,
        adam.amsgrad() ? "u" : "v",
        number(adam.epsilon()));
  }

  private void rmsProp(Optimizer.RmsProp rms) {
    gradient();
    mean("v", 0, "g * g", 1 - rms.rho());
    store(0, "v");
    if (rms.centered()) {
      mean("a", 2, "g", 1 - rms.rho());
      store(2, "a");
    }
    String square = (rms.centered() ? "v - a * a + " : "v + ") + number(rms.epsilon());
    CodeBlock step = CodeBlock.of("learningRate * g / " + ROOT, Math.class, square);
    if (rms.slots() == 1) {
      code.addStatement("weights[i] -= $L", step);
    } else {
      code.addStatement("float m = $L * $L + $L", number(rms.momentum()), slot(1), step);
      store(1, "m");
      code.addStatement("weights[i] -= m");
    }
  }

  private void adagrad(Optimizer.Adagrad adagrad) {
    gradient();
    code.addStatement("float a = state[i] + g * g");
    store(0, "a");
    code.addStatement(
        "weights[i] -= learningRate * g / " + ROOT, Math.class, "a + " + number(adagrad.epsilon()));
  }

  private void adadelta(Optimizer.Adadelta adadelta) {
    String epsilon = number(adadelta.epsilon());
    gradient();
    mean("a", 0, "g * g", 1 - adadelta.rho());
    store(0, "a");
    code.addStatement(
        "float s = g * " + ROOT + " / " + ROOT,
        Math.class,
        slot(1) + " + " + epsilon,
        Math.class,
        "a + " + epsilon);
    mean("d", 1, "s * s", 1 - adadelta.rho());
    store(1, "d");
    code.addStatement("weights[i] -= learningRate * s");
  }

  private void adamax(Optimizer.Adamax adamax) {
    gradient();
    mean("m", 0, "g", 1 - adamax.beta1());
    code.addStatement(
        "float u = $1T.max($2L * $3L, $1T.abs(g))", Math.class, number(adamax.beta2()), slot(1));
    store(0, "m");
    store(1, "u");
    code.addStatement("weights[i] -= alpha * m / (u + $L)", number(adamax.epsilon()));
  }

  private void nadam(Optimizer.Nadam nadam) {
    gradient();
    mean("m", 0, "g", 1 - nadam.beta1());
    mean("v", 1, "g * g", 1 - nadam.beta2());
    store(0, "m");
    store(1, "v");
    code.addStatement(
        "weights[i] -= (ofMean * m + ofGradient * g) / (" + ROOT + " + epsilon)", Math.class, "v");
  }

  private void lion(Optimizer.Lion lion) {
    gradient();
    mean("direction", 0, "g", 1 - lion.beta1());
    mean("m", 0, "g", 1 - lion.beta2());
    store(0, "m");
    code.addStatement("weights[i] -= learningRate * $T.signum(direction)", Math.class);
  }

  private void ftrl(Optimizer.Ftrl ftrl) {
    gradient();
    code.addStatement("float w = weights[i]");
    code.addStatement("float n = state[i] + g * g");
    code.addStatement("float power = $L", power("n", ftrl.power()));
    code.addStatement(
        "float z = $L + g$L - (power - $L) / learningRate * w",
        slot(1),
        ftrl.l2Shrinkage() == 0 ? "" : " + " + number(2 * ftrl.l2Shrinkage()) + " * w",
        power("state[i]", ftrl.power()));
    store(0, "n");
    store(1, "z");
    CodeBlock rest =
        ftrl.l1() == 0
            ? CodeBlock.of("-z")
            : CodeBlock.of("($1T.min($1T.max(z, -$2L), $2L) - z)", Math.class, number(ftrl.l1()));
    code.addStatement("weights[i] = $L / (power / learningRate + l2)", rest);
  }

  private static CodeBlock power(String base, double exponent) {
    return exponent == 0.5
        ? CodeBlock.of(ROOT, Math.class, base)
        : CodeBlock.of("(float) $T.pow($L, $L)", Math.class, base, exponent);
  }

  private void gradient() {
    code.addStatement("float g = gradients[i]");
  }

  private void mean(String name, int slot, String value, double rate) {
    code.addStatement("float $1L = $2L + ($3L - $2L) * $4L", name, slot(slot), value, number(rate));
  }

  private void store(int slot, String value) {
    code.addStatement("$L = $L", slot(slot), value);
  }

  private String slot(int slot) {
    return slot == 0 ? "state[i]" : "state[" + slot * count + " + i]";
  }

  private static String number(double value) {
    return Expressions.number(value);
  }
}

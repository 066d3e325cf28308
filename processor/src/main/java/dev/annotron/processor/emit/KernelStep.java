package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.plan.Optimizer;

/** An optimizer's step as a kernel call. */
final class KernelStep {
  private KernelStep() {}

  static CodeBlock of(Optimizer optimizer, int count) {
    return CodeBlock.builder().addStatement(call(optimizer, count)).build();
  }

  private static CodeBlock call(Optimizer optimizer, int count) {
    return switch (optimizer) {
      case Optimizer.Sgd sgd when sgd.momentum() == 0 ->
          CodeBlock.of("kernels.sgd(weights, gradients, $L, learningRate)", count);
      case Optimizer.Sgd sgd ->
          call("sgdMomentum", count, "learningRate", number(sgd.momentum()), sgd.nesterov());
      case Optimizer.Adam adam ->
          call(
              adam.amsgrad() ? "amsgrad" : "adam",
              count,
              "alpha",
              number(1 - adam.beta1()),
              number(1 - adam.beta2()),
              number(adam.epsilon()));
      case Optimizer.RmsProp rms when rms.slots() == 1 ->
          call("rmsProp", count, "learningRate", number(1 - rms.rho()), number(rms.epsilon()));
      case Optimizer.RmsProp rms ->
          call(
              rms.centered() ? "rmsPropCentered" : "rmsPropMomentum",
              count,
              "learningRate",
              number(1 - rms.rho()),
              number(rms.epsilon()),
              number(rms.momentum()));
      case Optimizer.Adagrad adagrad ->
          call("adagrad", count, "learningRate", number(adagrad.epsilon()));
      case Optimizer.Adadelta delta ->
          call("adadelta", count, "learningRate", number(1 - delta.rho()), number(delta.epsilon()));
      case Optimizer.Adamax adamax ->
          call(
              "adamax",
              count,
              "alpha",
              number(1 - adamax.beta1()),
              number(adamax.beta2()),
              number(adamax.epsilon()));
      case Optimizer.Nadam nadam ->
          call(
              "nadam",
              count,
              "ofMean",
              "ofGradient",
              number(1 - nadam.beta1()),
              number(1 - nadam.beta2()),
              "epsilon");
      case Optimizer.Lion lion ->
          call("lion", count, "learningRate", number(1 - lion.beta1()), number(1 - lion.beta2()));
      case Optimizer.Ftrl ftrl ->
          call(
              "ftrl",
              count,
              "learningRate",
              number(ftrl.power()),
              number(ftrl.l1()),
              "l2",
              number(2 * ftrl.l2Shrinkage()));
    };
  }

  private static CodeBlock call(String kernel, int count, Object... numbers) {
    CodeBlock.Builder call =
        CodeBlock.builder().add("kernels.$L(weights, gradients, state, $L", kernel, count);
    for (Object number : numbers) {
      call.add(", $L", number);
    }
    return call.add(")").build();
  }

  private static String number(double value) {
    return Expressions.number(value);
  }
}

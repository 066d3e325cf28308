package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.spec.ModelSpec;
import java.util.List;

/** The rules that look at a model whose shapes are known. */
public final class GraphChecks {
  private static final List<Rule> RULES =
      List.of(
          LossFitsOutput::check,
          TopKNeedsClasses::check,
          LayersAreNotLinearTwice::check,
          SigmoidsAreNotStacked::check,
          SoftmaxHasSeveralUnits::check,
          RegressionDoesNotEndInRelu::check,
          OutputsAreNotDropped::check,
          BatchNormHasBatches::check,
          LearningRateIsUsual::check);

  private GraphChecks() {}

  /** One rule. */
  @FunctionalInterface
  private interface Rule {
    void check(ModelSpec model, Graph forward, Report report);
  }

  /** Reports what is wrong; every rule runs. */
  public static void check(ModelSpec model, Graph forward, Report report) {
    RULES.forEach(rule -> rule.check(model, forward, report));
  }
}

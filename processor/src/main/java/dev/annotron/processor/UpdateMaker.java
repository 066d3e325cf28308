package dev.annotron.processor;

import dev.annotron.processor.ir.Known;
import dev.annotron.processor.plan.Optimizer;
import dev.annotron.processor.plan.UpdatePlan;
import dev.annotron.processor.plan.UpdatePlan.Average;
import dev.annotron.processor.plan.UpdatePlan.Clipping;
import dev.annotron.processor.plan.UpdatePlan.Cut;
import dev.annotron.processor.plan.UpdatePlan.Schedule;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes plans of the optimizer's annotation and those beside it; all are known to be well. */
public final class UpdateMaker {
  private static final Map<String, Cut> CUTS =
      Map.of("ClipValue", Cut.VALUE, "ClipNorm", Cut.NORM, "GlobalClipNorm", Cut.GLOBAL_NORM);

  private UpdateMaker() {}

  public static UpdatePlan of(ModelSpec model) {
    AnnotationSpec written = model.optimizer();
    return new UpdatePlan(
        written.kind(),
        optimizer(written),
        model.training().stream().flatMap(a -> schedule(a).stream()).findFirst(),
        model.training().stream()
            .filter(annotation -> CUTS.containsKey(annotation.kind()))
            .findFirst()
            .map(
                annotation ->
                    new Clipping(Known.get(CUTS, annotation.kind()), real(annotation, "value")))
            .orElse(Clipping.NONE),
        weightDecay(model),
        model
            .beside("Ema")
            .map(
                ema ->
                    new Average(real(ema, "momentum"), ema.integer("overwriteFrequency").value())),
        model.beside("GradientAccumulation").map(a -> a.integer("value").value()).orElse(1),
        model.layers().stream().flatMap(layer -> penalties(layer).stream()).toList(),
        model.layers().stream().flatMap(layer -> ConstraintMaker.of(layer).stream()).toList());
  }

  private static List<UpdatePlan.Penalty> penalties(LayerSpec layer) {
    return Stream.of("value", "bias")
        .map(
            attribute ->
                new UpdatePlan.Penalty(
                    layer.name(),
                    attribute.equals("bias"),
                    layer.modifier("L1").map(l1 -> real(l1, attribute)).orElse(0.0),
                    layer.modifier("L2").map(l2 -> real(l2, attribute)).orElse(0.0)))
        .filter(penalty -> penalty.l1() > 0 || penalty.l2() > 0)
        .toList();
  }

  private static double weightDecay(ModelSpec model) {
    return model.optimizer().kind().equals("AdamW")
        ? real(model.optimizer(), "weightDecay")
        : model.beside("WeightDecay").map(decay -> real(decay, "value")).orElse(0.0);
  }

  private static Optimizer optimizer(AnnotationSpec of) {
    double rate = real(of, "learningRate");
    return switch (of.kind()) {
      case "Sgd" -> new Optimizer.Sgd(rate, real(of, "momentum"), flag(of, "nesterov"));
      case "Adam", "AdamW" ->
          new Optimizer.Adam(
              rate, real(of, "beta1"), real(of, "beta2"), real(of, "epsilon"), flag(of, "amsgrad"));
      case "RmsProp" ->
          new Optimizer.RmsProp(
              rate,
              real(of, "rho"),
              real(of, "momentum"),
              real(of, "epsilon"),
              flag(of, "centered"));
      case "Adagrad" ->
          new Optimizer.Adagrad(rate, real(of, "initialAccumulatorValue"), real(of, "epsilon"));
      case "Adadelta" -> new Optimizer.Adadelta(rate, real(of, "rho"), real(of, "epsilon"));
      case "Adamax" ->
          new Optimizer.Adamax(rate, real(of, "beta1"), real(of, "beta2"), real(of, "epsilon"));
      case "Nadam" ->
          new Optimizer.Nadam(rate, real(of, "beta1"), real(of, "beta2"), real(of, "epsilon"));
      case "Lion" -> new Optimizer.Lion(rate, real(of, "beta1"), real(of, "beta2"));
      case "Ftrl" -> ftrl(rate, of);
      default -> throw new IllegalStateException("no optimizer for @" + of.kind());
    };
  }

  private static Optimizer ftrl(double rate, AnnotationSpec of) {
    return new Optimizer.Ftrl(
        rate,
        0 - real(of, "learningRatePower"),
        real(of, "initialAccumulatorValue"),
        real(of, "l1RegularizationStrength"),
        real(of, "l2RegularizationStrength"),
        real(of, "l2ShrinkageRegularizationStrength"),
        real(of, "beta"));
  }

  /** The schedule, if the annotation is one; its constants in the order of the runtime's record. */
  private static Optional<Schedule> schedule(AnnotationSpec written) {
    List<String> attributes =
        switch (written.kind()) {
          case "ExponentialDecay", "InverseTimeDecay" ->
              List.of("initialLearningRate", "decaySteps", "decayRate", "staircase");
          case "PolynomialDecay" ->
              List.of("initialLearningRate", "decaySteps", "endLearningRate", "power", "cycle");
          case "CosineDecay" ->
              List.of("initialLearningRate", "decaySteps", "alpha", "warmupTarget", "warmupSteps");
          case "CosineDecayRestarts" ->
              List.of("initialLearningRate", "firstDecaySteps", "tMul", "mMul", "alpha");
          case "PiecewiseConstantDecay" -> List.of("boundaries", "values");
          case "OneCycle" ->
              List.of("maxLearningRate", "totalSteps", "pctStart", "divFactor", "finalDivFactor");
          default -> List.of();
        };
    return attributes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Schedule(
                written.kind(), attributes.stream().map(a -> constant(written, a)).toList()));
  }

  private static Object constant(AnnotationSpec written, String attribute) {
    Object value = Known.get(written.values(), attribute).value();
    return value instanceof List<?> list
        ? list.stream().map(e -> e instanceof Value<?> v ? v.value() : e).toList()
        : value;
  }

  private static double real(AnnotationSpec written, String attribute) {
    return written.real(attribute).value();
  }

  private static boolean flag(AnnotationSpec written, String attribute) {
    return written.flag(attribute).value();
  }
}

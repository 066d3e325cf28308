package dev.annotron.processor.layer;

import dev.annotron.Initializer;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code @BatchNorm}: in training by the batch's statistics, else by those that moved along. */
final class BatchNormLayer implements Layer {
  @Override
  public String kind() {
    return "BatchNorm";
  }

  @Override
  public boolean check(Composer composer) {
    Value<Double> momentum = composer.annotation().real("momentum");
    boolean inRange = momentum.value() >= 0 && momentum.value() <= 1;
    return composer.check(inRange, "momentum", momentum, "from 0 to 1")
        & Gains.checkEpsilon(composer);
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Shape columns = Shape.of(composer.input().shape().last());
    Gains gains = Gains.of(composer, columns);
    Node movingMean = composer.updated("movingMean", columns, Initializer.ZEROS);
    Node movingVariance = composer.updated("movingVariance", columns, Initializer.ONES);
    if (!ofBatch(composer)) {
      return Optional.of(standardize(composer, gains, movingMean, movingVariance));
    }
    Node x = composer.input();
    Node mean = composer.add(new NormalizationOp.BatchMean(), x);
    Node variance = composer.add(new NormalizationOp.BatchVariance(), x, mean);
    composer.update(movingMean, moved(composer, movingMean, mean));
    composer.update(movingVariance, moved(composer, movingVariance, variance));
    return Optional.of(standardize(composer, gains, mean, variance));
  }

  /** A frozen layer does in training what it does in prediction. */
  private static boolean ofBatch(Composer composer) {
    return composer.training() && !composer.frozen();
  }

  private static Node standardize(Composer composer, Gains gains, Node mean, Node variance) {
    double epsilon = composer.annotation().real("epsilon").value();
    Node inverse = composer.add(new NormalizationOp.InverseDeviation(epsilon), variance);
    Node factor =
        gains
            .gamma()
            .map(g -> composer.add(new ElementOp.Combine(Combination.MULTIPLY), g, inverse))
            .orElse(inverse);
    List<Node> operands = new ArrayList<>(List.of(composer.input(), mean, variance, factor));
    gains.beta().ifPresent(operands::add);
    boolean biased = gains.beta().isPresent();
    return composer.add(
        new NormalizationOp.Standardize(epsilon, biased, ofBatch(composer)), operands);
  }

  private static Node moved(Composer composer, Node moving, Node batch) {
    double momentum = composer.annotation().real("momentum").value();
    Node stays = composer.add(new ElementOp.Affine(momentum, 0), moving);
    Node comes = composer.add(new ElementOp.Affine(1 - momentum, 0), batch);
    return composer.add(new Op.Add(), stays, comes);
  }
}

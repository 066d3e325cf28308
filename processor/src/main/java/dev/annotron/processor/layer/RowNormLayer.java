package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp.Groups;
import dev.annotron.processor.ir.Shape;
import java.util.Optional;

/**
 * {@code @LayerNorm} and {@code @RmsNorm}: each row of the last axis by itself.
 *
 * @param centered whether the mean is taken away
 */
record RowNormLayer(String kind, boolean centered) implements Layer {

  static RowNormLayer layerNorm() {
    return new RowNormLayer("LayerNorm", true);
  }

  static RowNormLayer rmsNorm() {
    return new RowNormLayer("RmsNorm", false);
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public boolean check(Composer composer) {
    return Gains.checkEpsilon(composer);
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Shape shape = composer.input().shape();
    int columns = shape.last();
    double epsilon = composer.annotation().real("epsilon").value();
    Groups rows = new Groups(1, shape.size() / columns, columns, columns, centered, epsilon);
    Gains gains =
        centered
            ? Gains.of(composer, Shape.of(columns))
            : Gains.of(composer, "scale", Shape.of(columns));
    return Optional.of(gains.normalize(composer, rows));
  }
}

package dev.annotron.processor.layer;

import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Geometry.Axis;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.Shape;
import java.util.Optional;

/** {@code @GlobalMaxPool1D} and its relatives: a pool whose one window is everything. */
record GlobalPoolLayer(Windows windows, boolean max) implements Layer {
  static GlobalPoolLayer max(int axes) {
    return new GlobalPoolLayer(new Windows(axes), true);
  }

  static GlobalPoolLayer average(int axes) {
    return new GlobalPoolLayer(new Windows(axes), false);
  }

  @Override
  public String kind() {
    return (max ? "GlobalMaxPool" : "GlobalAveragePool") + windows.axes() + "D";
  }

  @Override
  public boolean keepsMask() {
    return passesOver();
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    if (!windows.fits(composer)) {
      return Optional.empty();
    }
    Optional<Node> mask = composer.mask(0);
    if (mask.isPresent() && passesOver()) {
      return Optional.of(shaped(composer, meanOfKept(composer, mask.get())));
    }
    Node picture = windows.picture(composer);
    Shape shape = picture.shape();
    Geometry geometry =
        Geometry.pooling(
            Axis.whole(shape.dimension(0)), Axis.whole(shape.dimension(1)), shape.last());
    Node pooled = composer.add(PoolLayer.op(max, geometry), picture);
    return Optional.of(shaped(composer, pooled));
  }

  private Node shaped(Composer composer, Node pooled) {
    boolean keep = composer.annotation().flag("keepdims").value();
    return keep
        ? windows.lowered(composer, pooled)
        : composer.add(new Op.Reshape(Shape.of(pooled.shape().last())), pooled);
  }

  /** Whether masked steps do not count: a mean knows how, as in Keras, and a maximum does not. */
  private boolean passesOver() {
    return windows.axes() == 1 && !max;
  }

  /** All steps with equal shares but those that are masked, as attention has it. */
  private static Node meanOfKept(Composer composer, Node mask) {
    Shape steps = composer.input().shape();
    Node row = composer.add(new Op.Reshape(Shape.of(1, 1, steps.dimension(0))), mask);
    Node equal = composer.add(new ElementOp.Affine(0, 0), row);
    SequenceOp hide = new SequenceOp.Hide(false, true, MultiHeadAttentionLayer.HIDDEN);
    Node shares = composer.add(new Op.Softmax(), composer.add(hide, equal, mask));
    Shape table = Shape.of(1, steps.dimension(0), steps.last());
    Node x = composer.add(new Op.Reshape(table), composer.input());
    return composer.add(new SequenceOp.Products(false, false, 1), shares, x);
  }
}

package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Geometry.Axis;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
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
  public Optional<Node> compose(Composer composer) {
    if (!windows.fits(composer)) {
      return Optional.empty();
    }
    Node picture = windows.picture(composer);
    Shape shape = picture.shape();
    Geometry geometry =
        Geometry.pooling(
            Axis.whole(shape.dimension(0)), Axis.whole(shape.dimension(1)), shape.last());
    Node pooled = composer.add(PoolLayer.op(max, geometry), picture);
    boolean keep = composer.annotation().flag("keepdims").value();
    return Optional.of(
        keep
            ? windows.lowered(composer, pooled)
            : composer.add(new Op.Reshape(Shape.of(shape.last())), pooled));
  }
}

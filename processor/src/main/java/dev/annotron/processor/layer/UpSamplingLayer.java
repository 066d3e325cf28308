package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Geometry.Axis;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.PoolOp;
import java.util.List;
import java.util.Optional;

/** {@code @UpSampling1D} and {@code @UpSampling2D}: every value several times. */
record UpSamplingLayer(Windows windows) implements Layer {
  private static final String SIZE = "size";

  UpSamplingLayer(int axes) {
    this(new Windows(axes));
  }

  @Override
  public String kind() {
    return "UpSampling" + windows.axes() + "D";
  }

  @Override
  public boolean check(Composer composer) {
    return windows.check(composer, SIZE);
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    if (!windows.fits(composer)) {
      return Optional.empty();
    }
    Node picture = windows.picture(composer);
    List<Integer> size = windows.numbers(composer, SIZE);
    Axis y =
        windows.axes() == 1
            ? Axis.SINGLE
            : Axis.tiles(size.getFirst(), picture.shape().dimension(0));
    Axis x = Axis.tiles(size.getLast(), picture.shape().dimension(1));
    Geometry geometry = Geometry.pooling(y, x, picture.shape().last());
    geometry.picture().size(); // refuses what an int cannot count
    Node spread = composer.add(new PoolOp.SpreadPool(geometry, false), picture);
    return Optional.of(windows.lowered(composer, spread));
  }
}

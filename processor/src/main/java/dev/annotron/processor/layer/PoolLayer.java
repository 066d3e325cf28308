package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.PoolOp;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code @MaxPool1D} and its relatives: the largest value, or the mean, of each window. */
record PoolLayer(Windows windows, boolean max) implements Layer {
  static PoolLayer max(int axes) {
    return new PoolLayer(new Windows(axes), true);
  }

  static PoolLayer average(int axes) {
    return new PoolLayer(new Windows(axes), false);
  }

  @Override
  public String kind() {
    return (max ? "MaxPool" : "AveragePool") + windows.axes() + "D";
  }

  @Override
  public boolean check(Composer composer) {
    return windows.check(composer, "poolSize", "strides") & windows.checkPadding(composer, false);
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    if (!windows.fits(composer)) {
      return Optional.empty();
    }
    List<Integer> size = windows.numbers(composer, "poolSize");
    boolean sideBySide = composer.annotation().integers("strides").value().isEmpty();
    List<Integer> strides = sideBySide ? size : windows.numbers(composer, "strides");
    List<Integer> rates = Collections.nCopies(windows.axes(), 1);
    return windows
        .over(composer, new Windows.Steps("poolSize", size, strides, rates), List.of())
        .map(axes -> pool(composer, axes));
  }

  private Node pool(Composer composer, List<Geometry.Axis> axes) {
    int channels = composer.input().shape().last();
    Geometry geometry = Geometry.pooling(axes.get(0), axes.get(1), channels);
    return windows.lowered(composer, composer.add(op(max, geometry), windows.picture(composer)));
  }

  static Op op(boolean max, Geometry geometry) {
    return max ? new PoolOp.MaxPool(geometry) : new PoolOp.SumPool(geometry, true);
  }
}

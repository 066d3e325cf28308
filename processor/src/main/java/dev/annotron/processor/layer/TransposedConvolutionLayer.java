package dev.annotron.processor.layer;

import dev.annotron.Initializer;
import dev.annotron.Padding;
import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Geometry.Axis;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Shape;
import java.util.Optional;
import java.util.Set;

/** {@code @Conv2DTranspose}: the way back of a convolution, from its result to its input. */
final class TransposedConvolutionLayer implements Layer {
  private static final Windows WINDOWS = new Windows(2);

  @Override
  public String kind() {
    return "Conv2DTranspose";
  }

  @Override
  public Set<String> modifiers() {
    return Set.of("Init");
  }

  @Override
  public boolean check(Composer composer) {
    return Convolutions.checkFilters(composer)
        & WINDOWS.check(composer, "kernelSize", "strides", "dilationRate")
        & WINDOWS.checkPadding(composer, false);
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    if (!WINDOWS.fits(composer)) {
      return Optional.empty();
    }
    int filters = composer.annotation().integer("filters").value();
    int channels = composer.input().shape().last();
    Axis rows = axis(composer, 0);
    Axis columns = axis(composer, 1);
    if (!tapsMeet(composer, 0, rows) || !tapsMeet(composer, 1, columns)) {
      return Optional.empty();
    }
    Geometry geometry = new Geometry(rows, columns, filters, channels, 1);
    Shape kernel = geometry.kernel();
    int taps = kernel.outer(2);
    Node weights =
        composer.kernel(kernel, Initializer.GLOROT_UNIFORM, taps * filters, taps * channels);
    Node product =
        composer.add(new ConvolutionOp.ConvolveTransposed(geometry), composer.input(), weights);
    return Optional.of(Convolutions.finish(composer, product));
  }

  private static boolean tapsMeet(Composer composer, int number, Axis axis) {
    return axis.before() == 0
        || Windows.tapsMeet(composer, Convolutions.steps(WINDOWS, composer), number, axis.size());
  }

  /** The windows of the convolution whose result the input is. */
  private static Axis axis(Composer composer, int axis) {
    Windows.Steps steps = Convolutions.steps(WINDOWS, composer);
    int windows = composer.input().shape().dimension(axis);
    int stride = steps.strides().get(axis);
    int reach = steps.reach(axis);
    boolean same = composer.annotation().constant("padding", Padding.class).value() == Padding.SAME;
    int more = same ? 0 : Math.max(reach - stride, 0);
    int size = Math.addExact(Math.multiplyExact(windows, stride), more);
    int cut = Math.max((windows - 1) * stride + reach - size, 0);
    int kernel = steps.kernel().get(axis);
    return new Axis(size, kernel, stride, steps.rates().get(axis), cut / 2, windows);
  }
}

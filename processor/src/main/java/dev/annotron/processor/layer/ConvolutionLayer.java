package dev.annotron.processor.layer;

import dev.annotron.Initializer;
import dev.annotron.Padding;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code @Conv1D} and {@code @Conv2D}: products of windows, a bias, an activation. */
record ConvolutionLayer(Windows windows) implements Layer {
  ConvolutionLayer(int axes) {
    this(new Windows(axes));
  }

  @Override
  public String kind() {
    return "Conv" + windows.axes() + "D";
  }

  @Override
  public Set<String> modifiers() {
    return Set.of("Init");
  }

  @Override
  public boolean check(Composer composer) {
    Value<Integer> groups = composer.annotation().integer("groups");
    return Convolutions.checkFilters(composer)
        & windows.check(composer, "kernelSize", "strides", "dilationRate")
        & windows.checkPadding(composer, windows.axes() == 1)
        & checkPad(composer)
        & composer.check(groups.value() >= 1, "groups", groups, "at least 1");
  }

  private boolean checkPad(Composer composer) {
    Value<Padding> padding = composer.annotation().constant("padding", Padding.class);
    boolean explicit = !composer.annotation().integers("pad").value().isEmpty();
    boolean fits = !explicit || padding.value() == Padding.VALID;
    return composer.check(fits, "padding", padding, "VALID where pad says how many zeros")
        & new Margins(windows.axes(), "pad").checkOptional(composer);
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    if (!windows.fits(composer) || !groupsFit(composer)) {
      return Optional.empty();
    }
    List<Margins.Ends> ends = new Margins(windows.axes(), "pad").of(composer);
    return windows
        .over(composer, Convolutions.steps(windows, composer), ends)
        .map(axes -> convolve(composer, axes));
  }

  private static boolean groupsFit(Composer composer) {
    Value<Integer> groups = composer.annotation().integer("groups");
    int channels = composer.input().shape().last();
    int filters = composer.annotation().integer("filters").value();
    if (channels % groups.value() == 0 && filters % groups.value() == 0) {
      return true;
    }
    composer.refuse(
        Code.SHAPE_GROUPS,
        groups.at(),
        "%d channels and %d filters cannot both be divided into %d groups (%s); take a number that divides both"
            .formatted(channels, filters, groups.value(), composer.path()));
    return false;
  }

  private Node convolve(Composer composer, List<Geometry.Axis> axes) {
    Geometry geometry =
        new Geometry(
            axes.get(0),
            axes.get(1),
            composer.input().shape().last(),
            composer.annotation().integer("filters").value(),
            composer.annotation().integer("groups").value());
    Shape kernel = geometry.kernel();
    int fanIn = kernel.size() / kernel.last();
    int fanOut = kernel.size() / kernel.dimension(2);
    Node weights =
        composer.kernel(windows.lowered(kernel), Initializer.GLOROT_UNIFORM, fanIn, fanOut);
    Node product =
        composer.add(
            new ConvolutionOp.Convolve(geometry),
            windows.picture(composer),
            windows.raised(composer, weights));
    return windows.lowered(composer, Convolutions.finish(composer, product));
  }
}

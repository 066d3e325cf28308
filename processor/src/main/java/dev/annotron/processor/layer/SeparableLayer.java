package dev.annotron.processor.layer;

import dev.annotron.Initializer;
import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Geometry.Axis;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code @SeparableConv2D}: a convolution of each channel for itself, and then one that mixes the
 * channels of each position.
 */
final class SeparableLayer implements Layer {
  private static final Windows WINDOWS = new Windows(2);

  @Override
  public String kind() {
    return "SeparableConv2D";
  }

  @Override
  public Set<String> modifiers() {
    return Set.of("Init");
  }

  @Override
  public boolean check(Composer composer) {
    return Convolutions.checkFilters(composer) & DepthwiseLayer.check(WINDOWS, composer);
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    if (!WINDOWS.fits(composer)) {
      return Optional.empty();
    }
    return WINDOWS
        .over(composer, Convolutions.steps(WINDOWS, composer), List.of())
        .map(axes -> Convolutions.depthwise(composer, axes, "depthwise_kernel"))
        .map(product -> mixed(composer, product))
        .map(product -> Convolutions.finish(composer, product));
  }

  private static Node mixed(Composer composer, Node node) {
    Shape shape = node.shape();
    int filters = composer.annotation().integer("filters").value();
    Geometry geometry =
        new Geometry(
            Axis.tiles(1, shape.dimension(0)),
            Axis.tiles(1, shape.dimension(1)),
            shape.last(),
            filters,
            1);
    Node kernel =
        composer.kernel(
            "pointwise_kernel",
            geometry.kernel(),
            Initializer.GLOROT_UNIFORM,
            shape.last(),
            filters);
    return composer.add(new ConvolutionOp.Convolve(geometry), node, kernel);
  }
}

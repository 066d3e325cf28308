package dev.annotron.processor.layer;

import dev.annotron.Activation;
import dev.annotron.Initializer;
import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.List;

/** What layers with convolutions share. */
final class Convolutions {
  private Convolutions() {}

  static boolean checkFilters(Composer composer) {
    Value<Integer> filters = composer.annotation().integer("filters");
    return composer.check(filters.value() >= 1, "filters", filters, "at least 1");
  }

  static Windows.Steps steps(Windows windows, Composer composer) {
    return new Windows.Steps(
        "kernelSize",
        windows.numbers(composer, "kernelSize"),
        windows.numbers(composer, "strides"),
        windows.numbers(composer, "dilationRate"));
  }

  /** Each channel by kernels of its own, {@code depthMultiplier} of them. */
  static Node depthwise(Composer composer, List<Geometry.Axis> axes, String role) {
    int multiplier = composer.annotation().integer("depthMultiplier").value();
    int channels = composer.input().shape().last();
    int filters = Math.multiplyExact(channels, multiplier);
    Geometry geometry = new Geometry(axes.get(0), axes.get(1), channels, filters, channels);
    Shape shape = Shape.of(axes.get(0).kernel(), axes.get(1).kernel(), channels, multiplier);
    int taps = shape.outer(2);
    Node weights =
        composer.kernel(
            role, shape, Initializer.GLOROT_UNIFORM, taps * channels, taps * multiplier);
    Node kernel = composer.add(new Op.Reshape(geometry.kernel()), weights);
    return composer.add(new ConvolutionOp.Convolve(geometry), composer.input(), kernel);
  }

  /** The bias and the activation behind a product. */
  static Node finish(Composer composer, Node product) {
    Node sum =
        composer.annotation().flag("useBias").value()
            ? composer.add(new Op.AddBias(), product, composer.bias(product.shape().last()))
            : product;
    Activation activation = composer.annotation().constant("activation", Activation.class).value();
    return Activations.apply(composer, activation, sum);
  }
}

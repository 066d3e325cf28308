package dev.annotron.examples.resnet;

import static dev.annotron.Activation.RELU;
import static dev.annotron.Padding.SAME;

import dev.annotron.Activate;
import dev.annotron.Add;
import dev.annotron.BatchNorm;
import dev.annotron.Conv2D;
import dev.annotron.Input;
import dev.annotron.Tensor;

/**
 * Two convolutions, and what they read added to what they make: so the unit learns only the
 * difference (He, Zhang, Ren, Sun: <i>Deep Residual Learning for Image Recognition</i>, 2015).
 */
public interface ResidualUnit {
  @Input
  Tensor x();

  @Conv2D(filters = 16, kernelSize = 3, padding = SAME, useBias = false)
  Tensor conv1();

  @BatchNorm(momentum = 0.9)
  Tensor norm1();

  @Activate(RELU)
  Tensor relu1();

  @Conv2D(filters = 16, kernelSize = 3, padding = SAME, useBias = false)
  Tensor conv2();

  @BatchNorm(momentum = 0.9)
  Tensor norm2();

  @Add
  Tensor sum(Tensor x, Tensor norm2);

  @Activate(RELU)
  Tensor relu2();
}

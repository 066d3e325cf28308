package dev.annotron.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.annotron.Loss;
import org.junit.jupiter.api.Test;

/** No ill-typed node can be made. */
class GraphBuilderTest {
  private final Graphs graphs = new Graphs();
  private final Node x = graphs.input("x", 3);
  private final Node image = graphs.input("image", 2, 3);
  private final Node kernel = graphs.parameter("kernel", Shape.of(3, 4));

  @Test
  void infersTheShapeOfAProduct() {
    Node product = graphs.add("layer", new Op.MatMul(), x, kernel);
    assertThat(product.type()).isEqualTo(Type.perSample(Shape.of(4)));
    Node ofRows = graphs.add("layer", new Op.MatMul(), image, kernel);
    assertThat(ofRows.type()).isEqualTo(Type.perSample(Shape.of(2, 4)));
    Node dKernel = graphs.add("layer", new Op.MatMulKernelGradient(), x, product);
    assertThat(dKernel.type()).isEqualTo(kernel.type());
    Node dx = graphs.add("layer", new Op.MatMulInputGradient(), product, kernel);
    assertThat(dx.type()).isEqualTo(x.type());
  }

  @Test
  void infersTheShapeOfAConcatenationAndItsParts() {
    Node both = graphs.add("layer", new Op.Concat(0), image, image);
    assertThat(both.shape()).isEqualTo(Shape.of(4, 3));
    assertThat(graphs.add("layer", new Op.Slice(1, 1, 2), both).shape()).isEqualTo(Shape.of(4, 2));
  }

  @Test
  void infersTheShapeOfFusedLayers() {
    Node bias = graphs.parameter("bias", Shape.of(4));
    Op dense = new Op.Dense(Pointwise.LINEAR, true);
    assertThat(graphs.add("layer", dense, x, kernel, bias).shape()).isEqualTo(Shape.of(4));
    refuses(dense, x, kernel);
    refuses(dense, x, kernel, x);
  }

  @Test
  void refusesOperandsThatDoNotFit() {
    refuses(new Op.MatMul(), image, graphs.parameter("other", Shape.of(2, 4)));
    refuses(new Op.MatMul(), kernel, kernel);
    refuses(new Op.MatMul(), x, x);
    refuses(new Op.Add(), x, image);
    refuses(new Op.Add(), x);
    refuses(new Op.AddBias(), x, kernel);
    refuses(new Op.Concat(0), x);
    refuses(new Op.Concat(0), x, image);
    refuses(new Op.Concat(2), image, image);
    refuses(new Op.Slice(0, 2, 2), x);
    refuses(new Op.Reshape(Shape.of(4)), x);
  }

  @Test
  void refusesTargetsThatDoNotFit() {
    Node number = graphs.add("loss", new Op.Target("y", Shape.of(1)));
    LossKind sparse = new LossKind(Loss.SPARSE_CATEGORICAL_CROSSENTROPY, false);
    LossKind squared = new LossKind(Loss.MEAN_SQUARED_ERROR, false);
    Node weights = graphs.add("loss", new Op.SampleWeights());
    assertThat(graphs.add("loss", new Op.Loss(sparse), x, number, weights).shape())
        .isEqualTo(Shape.SCALAR);
    refuses(new Op.Loss(squared), x, number, weights);
    refuses(new Op.LossGradient(squared, 1), x, number, weights);
    refuses(new Op.Loss(new LossKind(sparse.loss(), true)), x, number, weights);
    refuses(new Op.Loss(sparse), x, number, x);
    refuses(new Op.Loss(sparse), x, number);
  }

  private void refuses(Op op, Node... operands) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> graphs.add("layer", op, operands))
        .withMessageContaining("ill-typed operands");
  }
}

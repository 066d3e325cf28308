package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Geometry.Axis;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.PoolOp;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivatives of convolutions and pools, against central differences in double. */
final class ConvolutionDerivativesTest {
  private static final double TOLERANCE = 1e-7;

  static Stream<Geometry> convolutions() {
    return Stream.of(
        new Geometry(Axis.SINGLE, new Axis(7, 3, 2, 1, 1, 4), 2, 3, 1),
        new Geometry(new Axis(5, 2, 1, 2, 0, 3), new Axis(4, 3, 1, 1, 1, 4), 3, 2, 1),
        new Geometry(new Axis(5, 3, 3, 1, 0, 1), new Axis(4, 1, 2, 1, 0, 2), 4, 6, 2),
        new Geometry(new Axis(3, 3, 1, 1, 1, 3), new Axis(2, 3, 1, 1, 1, 2), 3, 6, 3));
  }

  static Stream<PoolOp> pools() {
    return Stream.of(
            Geometry.pooling(new Axis(5, 2, 2, 1, 0, 2), new Axis(4, 2, 2, 1, 0, 2), 3),
            Geometry.pooling(new Axis(4, 3, 1, 1, 1, 4), new Axis(5, 3, 2, 1, 1, 3), 2),
            Geometry.pooling(Axis.SINGLE, Axis.whole(7), 5))
        .flatMap(
            g ->
                Stream.of(
                    new PoolOp.MaxPool(g),
                    new PoolOp.SumPool(g, false),
                    new PoolOp.SumPool(g, true),
                    new PoolOp.SpreadPool(g, false),
                    new PoolOp.SpreadPool(g, true)));
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void convolutionsHaveTheRightDerivatives(Geometry geometry) {
    CentralDifferences check = new CentralDifferences(1, 3);
    Node x = check.operand(geometry.picture(), v -> v);
    Node kernel = check.shared(geometry.kernel());
    Node y = check.add(new ConvolutionOp.Convolve(geometry), x, kernel);
    assertThat(check.worstError(y, same -> same)).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void transposesHaveTheRightDerivatives(Geometry geometry) {
    CentralDifferences check = new CentralDifferences(2, 3);
    Node y = check.operand(geometry.result(), v -> v);
    Node kernel = check.shared(geometry.kernel());
    Node x = check.add(new ConvolutionOp.ConvolveTransposed(geometry), y, kernel);
    assertThat(check.worstError(x, same -> same)).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("pools")
  void poolsHaveTheRightDerivatives(PoolOp op) {
    CentralDifferences check = new CentralDifferences(3, 2);
    boolean spreads = op instanceof PoolOp.SpreadPool;
    Geometry geometry = op.geometry();
    Node x = check.operand(spreads ? geometry.result() : geometry.picture(), v -> v);
    assertThat(check.worstError(check.add(op, x), same -> same)).isLessThan(TOLERANCE);
  }
}

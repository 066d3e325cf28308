package dev.annotron.processor.layer;

import dev.annotron.Activation;
import dev.annotron.Initializer;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.Value;
import java.util.Optional;
import java.util.Set;

/** {@code @Dense}: a product, a bias, an activation. */
final class DenseLayer implements Layer {
  @Override
  public String kind() {
    return "Dense";
  }

  @Override
  public Set<String> modifiers() {
    return Set.of("Init", "TimeDistributed");
  }

  @Override
  public boolean check(Composer composer) {
    Value<Integer> units = composer.annotation().integer("units");
    return composer.check(units.value() >= 1, "units", units, "at least 1");
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    int rank = composer.input().shape().rank();
    Optional<AnnotationSpec> distributed = composer.modifier("TimeDistributed");
    if (rank != 1 && distributed.isEmpty()) {
      return composer.refuse(
          Code.SHAPE_RANK,
          composer.annotation().at(),
          "Dense takes rank 1, found rank %d (%s); put @Flatten before it, or @TimeDistributed beside it"
              .formatted(rank, composer.path()));
    }
    if (rank == 1 && distributed.isPresent()) {
      return composer.refuse(
          Code.SHAPE_RANK,
          distributed.get().at(),
          "@TimeDistributed takes rank 2 or more, found rank 1 (%s); remove it"
              .formatted(composer.path()));
    }
    Node product = product(composer, composer.annotation().integer("units").value());
    Activation activation = composer.annotation().constant("activation", Activation.class).value();
    return Optional.of(Activations.apply(composer, activation, product));
  }

  private static Node product(Composer composer, int units) {
    int in = composer.input().shape().last();
    Node kernel = composer.kernel(Shape.of(in, units), Initializer.GLOROT_UNIFORM, in, units);
    Node product = composer.add(new Op.MatMul(), composer.input(), kernel);
    boolean useBias = composer.annotation().flag("useBias").value();
    return useBias ? composer.add(new Op.AddBias(), product, composer.bias(units)) : product;
  }
}

package dev.annotron.processor.optimize;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Verifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The passes, in the order in which they run. */
public final class Passes {

  /** Before differentiation: the fused loss has a derivative of its own, simpler and exact. */
  private static final List<Pass> BEFORE_AUTODIFF = List.of(new FuseLoss());

  /**
   * After differentiation, when it is known which intermediate values the backward pass reads:
   * first what nothing reads goes, so that it does not keep a value alive that could be fused away;
   * products take their activations last, which the others look for.
   */
  private static final List<Pass> AFTER_AUTODIFF =
      List.of(new DropDead(), new PoolDerivatives(), new FuseDense());

  private Passes() {}

  public static Graph beforeAutodiff(Graph graph, Set<String> disabled) {
    return run(BEFORE_AUTODIFF, graph, disabled);
  }

  public static Graph afterAutodiff(Graph graph, Set<String> disabled) {
    return run(AFTER_AUTODIFF, graph, disabled);
  }

  /** The names of all passes. */
  public static Set<String> names() {
    return Stream.of(BEFORE_AUTODIFF, AFTER_AUTODIFF)
        .flatMap(List::stream)
        .map(Pass::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Graph run(List<Pass> passes, Graph graph, Set<String> disabled) {
    Graph result = graph;
    for (Pass pass : passes) {
      if (!disabled.contains(pass.name())) {
        result = Verifier.verify(pass.name(), pass.apply(result));
      }
    }
    return result;
  }
}

package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.spec.AnnotationSpec;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A kind of layer: it checks the attributes and inputs of its annotation and composes operations.
 *
 * <p>To add one, write its annotation and a class like these, and add a line to {@link Layers}.
 */
public interface Layer {

  /** The simple name of its annotation. */
  String kind();

  /** How many inputs it takes. */
  default Arity arity() {
    return Arity.ONE;
  }

  /** The simple names of the annotations that may stand beside it. */
  default Set<String> modifiers() {
    return Set.of();
  }

  /**
   * Whether each step of the result belongs to the same step of the input, so that a mask of the
   * input is one of the result; of a layer that joins several, to the same step of each.
   */
  default boolean keepsMask() {
    return false;
  }

  /**
   * Looks at the attributes alone, and reports what is wrong with them. It is asked even of layers
   * whose inputs were refused: one mistake must not hide another.
   *
   * @return whether all is well
   */
  default boolean check(Composer composer) {
    return true;
  }

  /**
   * How many different ids there are for a layer that takes ids, of an {@code INT} input; empty for
   * all layers that take numbers.
   */
  default OptionalInt ids(AnnotationSpec annotation) {
    return OptionalInt.empty();
  }

  /** The layer's result, with attributes that are well; empty once a mistake is reported. */
  Optional<Node> compose(Composer composer);

  /** How many inputs a layer takes. */
  enum Arity {
    NONE,
    ONE,
    TWO,
    ONE_TO_THREE,
    SEVERAL
  }
}

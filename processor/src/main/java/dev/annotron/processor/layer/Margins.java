package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.spec.Value;
import java.util.List;

/**
 * How much is added to, or taken from, both ends of the first axes of a tensor, in the short forms
 * that Keras has.
 *
 * @param axes 1 for sequences, 2 for pictures
 * @param attribute the attribute that says it
 */
record Margins(int axes, String attribute) {
  Margins(int axes) {
    this(axes, "value");
  }

  /** What an axis gets or loses at its two ends. */
  record Ends(int before, int after) {}

  /** Reports numbers that are negative, and lists of another length than one of the forms. */
  boolean check(Composer composer) {
    Value<List<Integer>> written = composer.annotation().integers(attribute);
    boolean fine = true;
    for (Value<Integer> each : composer.annotation().eachInteger(attribute)) {
      fine &= composer.check(each.value() >= 0, attribute, each, "0 or more");
    }
    int count = written.value().size();
    if (count != 1 && count != 2 && count != 2 * axes) {
      String forms =
          axes == 1
              ? "one number or {before, after}"
              : "1, 2 or 4 numbers, such as {top, bottom, left, right}";
      composer.refuse(
          Code.ATTRIBUTE_COUNT,
          written.at(),
          "%s of @%s has %d numbers; write %s"
              .formatted(attribute, composer.annotation().kind(), count, forms));
      return false;
    }
    return fine;
  }

  /** The same for an attribute that may be left empty. */
  boolean checkOptional(Composer composer) {
    return composer.annotation().integers(attribute).value().isEmpty() || check(composer);
  }

  /** The ends of each axis; none of an empty attribute. */
  List<Ends> of(Composer composer) {
    List<Integer> n = composer.annotation().integers(attribute).value();
    if (n.isEmpty()) {
      return List.of();
    }
    if (axes == 1) {
      return List.of(new Ends(n.getFirst(), n.getLast()));
    }
    return n.size() == 4
        ? List.of(new Ends(n.get(0), n.get(1)), new Ends(n.get(2), n.get(3)))
        : List.of(new Ends(n.getFirst(), n.getFirst()), new Ends(n.getLast(), n.getLast()));
  }

  /** Whether the input has the axes, and channels behind them; else reports it. */
  boolean fits(Composer composer) {
    int rank = composer.input().shape().rank();
    if (rank == axes + 1) {
      return true;
    }
    composer.refuse(
        Code.SHAPE_RANK,
        composer.annotation().at(),
        "%s takes rank %d (%s), found rank %d (%s); put @Reshape before it"
            .formatted(
                composer.annotation().kind(),
                axes + 1,
                axes == 1 ? "steps, channels" : "height, width, channels",
                rank,
                composer.path()));
    return false;
  }
}

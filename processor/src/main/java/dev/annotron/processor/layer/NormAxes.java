package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.stream.IntStream;

/** The axes of {@code @MaxNorm} and {@code @UnitNorm}: some that a kernel has, side by side. */
final class NormAxes {
  private NormAxes() {}

  /** Reports axes that a kernel of this shape does not have; false if there are such. */
  static boolean check(Composer composer, Shape kernel) {
    return List.of("MaxNorm", "UnitNorm").stream()
        .flatMap(kind -> composer.modifier(kind).stream())
        .allMatch(norm -> check(composer, norm, kernel));
  }

  private static boolean check(Composer composer, AnnotationSpec norm, Shape kernel) {
    Value<List<Integer>> axes = norm.integers("axis");
    if (fits(axes.value(), kernel.rank())) {
      return true;
    }
    composer.refuse(
        Code.SHAPE_AXIS,
        axes.at(),
        "axis of @%s is %s; it must be axes of the kernel%s that follow one another, such as 0"
            .formatted(norm.kind(), written(axes.value()), kernel));
    return false;
  }

  private static String written(List<Integer> axes) {
    return axes.size() == 1 ? axes.getFirst().toString() : axes.toString();
  }

  private static boolean fits(List<Integer> axes, int rank) {
    return !axes.isEmpty()
        && axes.getFirst() >= 0
        && axes.getLast() < rank
        && IntStream.range(1, axes.size()).allMatch(i -> axes.get(i) == axes.get(i - 1) + 1);
  }
}

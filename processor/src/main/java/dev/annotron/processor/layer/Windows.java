package dev.annotron.processor.layer;

import dev.annotron.Padding;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Geometry.Axis;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Windows that move over the first axes of a tensor, as attributes describe them: one number for
 * all axes, or one for each.
 *
 * @param axes 1 for sequences, 2 for pictures
 */
record Windows(int axes) {
  private static final String PADDING = "padding";

  /** A window's taps, and the positions between windows and between taps, along each axis. */
  record Steps(String attribute, List<Integer> kernel, List<Integer> strides, List<Integer> rates) {
    int reach(int axis) {
      return Math.addExact(Math.multiplyExact(kernel.get(axis) - 1, rates.get(axis)), 1);
    }
  }

  /** Reports attributes with another count of numbers, and numbers below 1. */
  boolean check(Composer composer, String... attributes) {
    boolean fine = true;
    for (String attribute : attributes) {
      for (Value<Integer> each : composer.annotation().eachInteger(attribute)) {
        fine &= composer.check(each.value() >= 1, attribute, each, "at least 1");
      }
      fine &= checkCount(composer, attribute);
    }
    return fine;
  }

  private boolean checkCount(Composer composer, String attribute) {
    Value<List<Integer>> written = composer.annotation().integers(attribute);
    int count = written.value().size();
    boolean optional = attribute.equals("strides") && count == 0;
    if (count == 1 || count == axes || optional) {
      return true;
    }
    composer.refuse(
        Code.ATTRIBUTE_COUNT,
        written.at(),
        "%s of @%s has %d numbers; write %s"
            .formatted(
                attribute,
                composer.annotation().kind(),
                count,
                axes == 1 ? "one number" : "one number, or {vertical, horizontal}"));
    return false;
  }

  /** Reports a padding that only sequences have. */
  boolean checkPadding(Composer composer, boolean mayBeCausal) {
    Value<Padding> padding = composer.annotation().constant(PADDING, Padding.class);
    boolean fine = mayBeCausal || padding.value() != Padding.CAUSAL;
    return composer.check(fine, PADDING, padding, "VALID or SAME");
  }

  /** The numbers of an attribute, one for each axis. */
  List<Integer> numbers(Composer composer, String attribute) {
    List<Integer> written = composer.annotation().integers(attribute).value();
    return written.size() == axes ? written : Collections.nCopies(axes, written.getFirst());
  }

  /** Whether the input has the axes, and channels behind them; else reports it. */
  boolean fits(Composer composer) {
    return new Margins(axes).fits(composer);
  }

  /**
   * The windows along the two axes of a picture, padded as the layer says; empty if one of them is
   * too large, which is reported.
   *
   * @param ends explicit padding for each axis, or none
   */
  Optional<List<Axis>> over(Composer composer, Steps steps, List<Margins.Ends> ends) {
    List<Axis> found = new ArrayList<>();
    if (axes == 1) {
      found.add(Axis.SINGLE);
    }
    for (int axis = 0; axis < axes; axis++) {
      int size = composer.input().shape().dimension(axis);
      int stride = steps.strides().get(axis);
      int reach = steps.reach(axis);
      Margins.Ends end = ends.isEmpty() ? ends(composer, size, stride, reach) : ends.get(axis);
      if (end.before() + end.after() > 0 && !tapsMeet(composer, steps, axis, size)) {
        return Optional.empty();
      }
      int room = Math.addExact(Math.addExact(end.before(), size), end.after()) - reach;
      if (room < 0) {
        tooLarge(composer, steps.attribute(), axis, reach, room + reach);
        return Optional.empty();
      }
      int rate = steps.rates().get(axis);
      int kernel = steps.kernel().get(axis);
      found.add(new Axis(size, kernel, stride, rate, end.before(), room / stride + 1));
    }
    return Optional.of(found);
  }

  /**
   * Whether taps of a padded window can lie on the tensor, as far as that is worth a window: beyond
   * twice its size all but one lie on padding, wherever the window is. Else reports it.
   */
  static boolean tapsMeet(Composer composer, Steps steps, int axis, int size) {
    int rate = steps.rates().get(axis);
    if (steps.kernel().get(axis) > 1 && rate > 2L * size) {
      composer.refuse(
          Code.SHAPE_DILATION,
          composer.annotation().integers("dilationRate").at(),
          "taps of a window are %d values apart and axis %d has %d (%s), so all but one of them always lie on padding; make dilationRate smaller than the axis"
              .formatted(rate, axis + 1, size, composer.path()));
      return false;
    }
    return true;
  }

  private static void tooLarge(
      Composer composer, String attribute, int axis, int reach, int available) {
    composer.refuse(
        Code.SHAPE_WINDOW,
        composer.annotation().integers(attribute).at(),
        "a window reaches over %d values and axis %d has %d (%s); make %s smaller or set padding = Padding.SAME"
            .formatted(reach, axis + 1, available, composer.path(), attribute));
  }

  /** The zeros at both ends of an axis. */
  private static Margins.Ends ends(Composer composer, int size, int stride, int reach) {
    return switch (composer.annotation().constant(PADDING, Padding.class).value()) {
      case VALID -> new Margins.Ends(0, 0);
      case CAUSAL -> new Margins.Ends(reach - 1, 0);
      case SAME -> {
        int windows = (size - 1) / stride + 1;
        int all = Math.max((windows - 1) * stride + reach - size, 0);
        yield new Margins.Ends(all / 2, all - all / 2);
      }
    };
  }

  /** The layer's input as a picture. */
  Node picture(Composer composer) {
    return raised(composer, composer.input());
  }

  /** A tensor without the axis that sequences lack, as a picture or its kernel. */
  Node raised(Composer composer, Node node) {
    if (axes == 2) {
      return node;
    }
    List<Integer> shape = new ArrayList<>(node.shape().dimensions());
    shape.addFirst(1);
    return composer.add(new Op.Reshape(new Shape(shape)), node);
  }

  /** A picture, or its kernel's shape, without the axis that sequences lack. */
  Shape lowered(Shape shape) {
    List<Integer> sizes = shape.dimensions();
    return axes == 2 ? shape : new Shape(sizes.subList(1, sizes.size()));
  }

  Node lowered(Composer composer, Node node) {
    return axes == 2 ? node : composer.add(new Op.Reshape(lowered(node.shape())), node);
  }
}

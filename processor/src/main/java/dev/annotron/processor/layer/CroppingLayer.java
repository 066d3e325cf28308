package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.List;
import java.util.Optional;

/** {@code @Cropping1D} and {@code @Cropping2D}: a tensor without its edges. */
record CroppingLayer(Margins margins) implements Layer {
  CroppingLayer(int axes) {
    this(new Margins(axes));
  }

  @Override
  public String kind() {
    return "Cropping" + margins.axes() + "D";
  }

  @Override
  public boolean check(Composer composer) {
    return margins.check(composer);
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    if (!margins.fits(composer)) {
      return Optional.empty();
    }
    Node node = composer.input();
    List<Margins.Ends> ends = margins.of(composer);
    for (int axis = 0; axis < ends.size(); axis++) {
      int before = ends.get(axis).before();
      int size = node.shape().dimension(axis);
      long left = (long) size - before - ends.get(axis).after();
      if (left < 1) {
        return composer.refuse(
            Code.SHAPE_EMPTY,
            composer.annotation().integers("value").at(),
            "axis %d has %d values, of which %d are cut off, so nothing is left (%s); cut off less"
                .formatted(axis, size, size - left, composer.path()));
      }
      node = composer.add(new Op.Slice(axis, before, (int) left), node);
    }
    return Optional.of(node);
  }
}

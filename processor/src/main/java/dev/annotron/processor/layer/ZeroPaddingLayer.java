package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.ShapeOp;
import java.util.List;
import java.util.Optional;

/** {@code @ZeroPadding1D} and {@code @ZeroPadding2D}: zeros around a tensor. */
record ZeroPaddingLayer(Margins margins) implements Layer {
  ZeroPaddingLayer(int axes) {
    this(new Margins(axes));
  }

  @Override
  public String kind() {
    return "ZeroPadding" + margins.axes() + "D";
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
      Margins.Ends end = ends.get(axis);
      node = composer.add(new ShapeOp.Pad(axis, end.before(), end.after()), node);
      node.shape().size(); // refuses what an int cannot count
    }
    return Optional.of(node);
  }
}

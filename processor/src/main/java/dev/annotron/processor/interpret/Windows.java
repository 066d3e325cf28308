package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.Geometry;

/** Windows over pictures, tap by tap. */
final class Windows {
  private Windows() {}

  /** Is told of one tap of one window that lies inside of the picture. */
  @FunctionalInterface
  interface Visitor {
    void visit(int window, int tap, int position);
  }

  /** Visits all windows of a picture one after another, and all taps of each. */
  static void visit(Geometry geometry, Visitor visitor) {
    for (int window = 0; window < count(geometry); window++) {
      int windowY = window / geometry.x().windows();
      int windowX = window % geometry.x().windows();
      for (int tap = 0; tap < geometry.y().kernel() * geometry.x().kernel(); tap++) {
        int y = geometry.y().position(windowY, tap / geometry.x().kernel());
        int x = geometry.x().position(windowX, tap % geometry.x().kernel());
        if (geometry.y().contains(y) && geometry.x().contains(x)) {
          visitor.visit(window, tap, y * geometry.x().size() + x);
        }
      }
    }
  }

  /** The windows of a picture. */
  static int count(Geometry geometry) {
    return geometry.y().windows() * geometry.x().windows();
  }

  /** The positions of a picture. */
  static int positions(Geometry geometry) {
    return geometry.y().size() * geometry.x().size();
  }
}

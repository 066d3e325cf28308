package dev.annotron.report;

import java.util.List;

/** Small images in rows, each with up to two lines of text below. */
final class Tiles {
  private static final double MARGIN = 16;
  private static final double TOP = 62;
  private static final double GAP = 10;
  private static final double LINE = 14;
  private static final double WIDEST = 960;

  private Tiles() {}

  /**
   * A tile.
   *
   * @param uri its image
   * @param lines what stands below
   */
  record Tile(String uri, List<String> lines) {}

  /** All tiles, each stretched to the given size. */
  static Picture of(String title, String note, List<Tile> tiles, double width, double height) {
    int textLines = tiles.getFirst().lines().size();
    double stepX = width + GAP;
    double stepY = height + GAP + textLines * LINE;
    int fitting = Math.max(1, (int) ((WIDEST - 2 * MARGIN + GAP) / stepX));
    // As many rows as are needed, and then all of about the same length.
    int rows = (tiles.size() + fitting - 1) / fitting;
    int columns = (tiles.size() + rows - 1) / rows;
    Svg svg = new Svg();
    svg.text(title, MARGIN, 28, Svg.Type.TITLE);
    svg.text(note, MARGIN, 46, Svg.Type.LABEL);
    for (int i = 0; i < tiles.size(); i++) {
      double x = MARGIN + i % columns * stepX;
      int row = i / columns;
      double y = TOP + row * stepY;
      svg.rectangle(x - 1, y - 1, width + 2, height + 2, 2, Svg.fill(Ink.GRID));
      svg.rectangle(x, y, width, height, 0, Svg.fill(Ink.SURFACE));
      svg.image(tiles.get(i).uri(), x, y, width, height);
      for (int line = 0; line < textLines; line++) {
        Svg.Type type = Svg.Type.LABEL.in(line == 0 ? Ink.TEXT : Ink.MUTED);
        svg.text(tiles.get(i).lines().get(line), x, y + height + LINE * (line + 1) - 1, type);
      }
    }
    double needed = 2 * MARGIN + columns * stepX - GAP;
    double text = 2 * MARGIN + Svg.width(note, Svg.Type.LABEL.size());
    return new Picture(title, Math.max(needed, text), TOP + rows * stepY + MARGIN - GAP, svg);
  }

  /** How many pixels of a picture a pixel of an image takes, so that a tile is about this size. */
  static int zoom(int height, int width, int about) {
    return Math.max(1, about / Math.max(height, width));
  }
}

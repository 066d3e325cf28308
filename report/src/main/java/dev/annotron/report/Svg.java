package dev.annotron.report;

/** Writes the elements of an SVG image, one after another. */
final class Svg {
  /** The width of a bold letter in the mean, by its height. */
  private static final double BOLD = 0.66;

  private final StringBuilder text = new StringBuilder();

  /** Where a text has its given place. */
  enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String word;

    Anchor(String word) {
      this.word = word;
    }
  }

  /** How a text is written: size in pixels, colour, weight, and where its place is. */
  record Type(double size, Ink ink, boolean bold, Anchor anchor) {
    static final Type TITLE = new Type(14, Ink.TEXT, true, Anchor.START);
    static final Type LABEL = new Type(11, Ink.MUTED, false, Anchor.START);

    Type at(Anchor place) {
      return new Type(size, ink, bold, place);
    }

    Type in(Ink colour) {
      return new Type(size, colour, bold, anchor);
    }

    Type sized(double pixels) {
      return new Type(pixels, ink, bold, anchor);
    }
  }

  /** A filled rectangle, its corners rounded by {@code radius}. */
  void rectangle(double x, double y, double width, double height, double radius, String paint) {
    text.append("<rect");
    number("x", x).number("y", y).number("width", width).number("height", height);
    if (radius > 0) {
      number("rx", radius);
    }
    text.append(' ').append(paint).append("/>");
  }

  /** A straight line of one pixel. */
  void line(double x1, double y1, double x2, double y2, Ink ink) {
    text.append("<line");
    number("x1", x1).number("y1", y1).number("x2", x2).number("y2", y2);
    text.append(" stroke=\"").append(ink).append("\"/>");
  }

  /** A path, its data as SVG writes them. */
  void path(String data, String paint) {
    text.append("<path d=\"").append(data).append("\" ").append(paint).append("/>");
  }

  /** A circle. */
  void circle(double x, double y, double radius, String paint) {
    text.append("<circle");
    number("cx", x).number("cy", y).number("r", radius);
    text.append(' ').append(paint).append("/>");
  }

  /** An image of pixels from a {@code data:} URI, stretched to a rectangle. */
  void image(String uri, double x, double y, double width, double height) {
    text.append("<image");
    number("x", x).number("y", y).number("width", width).number("height", height);
    text.append(" preserveAspectRatio=\"none\" href=\"").append(uri).append("\"/>");
  }

  /** A line of text on the baseline {@code y}. */
  void text(String words, double x, double y, Type type) {
    text.append("<text");
    number("x", x).number("y", y).number("font-size", type.size());
    text.append(" fill=\"").append(type.ink()).append('"');
    text.append(type.bold() ? " font-weight=\"bold\"" : "");
    if (type.anchor() != Anchor.START) {
      text.append(" text-anchor=\"").append(type.anchor().word).append('"');
    }
    text.append('>').append(escape(words)).append("</text>");
  }

  /** A line of text, turned around its place by degrees to the right. */
  void turned(String words, double x, double y, int degrees, Type type) {
    Svg inner = new Svg();
    inner.text(words, 0, 0, type);
    add(x, y, "<g transform=\"rotate(" + degrees + ")\">" + inner + "</g>");
  }

  /** What {@code inner} holds, moved. */
  void add(double x, double y, String inner) {
    text.append("<g transform=\"translate(").append(round(x)).append(' ').append(round(y));
    text.append(")\">").append(inner).append("</g>");
  }

  /** The elements so far. */
  @Override
  public String toString() {
    return text.toString();
  }

  private Svg number(String name, double value) {
    text.append(' ').append(name).append("=\"").append(round(value)).append('"');
    return this;
  }

  /** At most two decimals, which is a fiftieth of a pixel on any screen. */
  static String round(double value) {
    long hundredths = Math.round(value * 100);
    return hundredths % 100 == 0
        ? Long.toString(hundredths / 100)
        : Double.toString(hundredths / 100.0);
  }

  /** The attributes of an area. */
  static String fill(Ink ink) {
    return "fill=\"" + ink + "\"";
  }

  /** The attributes of a line that fills nothing. */
  static String stroke(Ink ink, double width) {
    return "fill=\"none\" stroke=\""
        + ink
        + "\" stroke-width=\""
        + round(width)
        + "\" stroke-linejoin=\"round\" stroke-linecap=\"round\"";
  }

  /** Text that is safe between tags and in attributes, and that {@link Ink#resolve} passes by. */
  static String escape(String words) {
    StringBuilder safe = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '(' -> safe.append(words.startsWith("(--", i) ? "&#40;" : "(");
        // Characters that no XML document may hold.
        default -> safe.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
    return safe.toString();
  }

  /** Without its middle, if it has more than so many letters: names often differ at their ends. */
  static String shortened(String words, int most) {
    if (words.length() <= most) {
      return words;
    }
    int end = Math.max(0, most - 1) / 2;
    return words.substring(0, Math.max(0, most - 1) - end)
        + "…"
        + words.substring(words.length() - end);
  }

  /** A title of about this width at most; its letters are bold. */
  static String title(String words, double width) {
    return shortened(words, Math.max(4, (int) (width / (Type.TITLE.size() * BOLD))));
  }

  /** About the width of a title. */
  static double titleWidth(String words) {
    return words.length() * Type.TITLE.size() * BOLD;
  }

  /** About the width of a text; the font that a reader has is not known here. */
  static double width(String words, double size) {
    return words.length() * size * 0.58;
  }
}

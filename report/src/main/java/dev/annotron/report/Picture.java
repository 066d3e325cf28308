package dev.annotron.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A drawing, as SVG or PNG. Immutable.
 *
 * <pre>{@code
 * Curves.of(history).png(Path.of("curves.png"));
 * }</pre>
 */
public final class Picture {
  private static final String FONTS =
      "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

  /** The name by which Java knows whatever plain font a system has. */
  private static final String JAVA_FONT = "SansSerif";

  /** Pixels of a PNG for each unit of the drawing, so that it is sharp on screens of today. */
  private static final double PNG_SCALE = 2;

  private final String title;
  private final double width;
  private final double height;
  private final String content;
  private final boolean dark;

  Picture(String title, double width, double height, Svg content) {
    // Whole pixels: half of one at an edge would be a grey line.
    this(title, Math.ceil(width), Math.ceil(height), content.toString(), false);
  }

  private Picture(String title, double width, double height, String content, boolean dark) {
    this.title = title;
    this.width = width;
    this.height = height;
    this.content = content;
    this.dark = dark;
  }

  /** The same drawing in light colours on a dark ground. */
  public Picture dark() {
    return new Picture(title, width, height, content, true);
  }

  /** What it shows, in a few words. */
  public String title() {
    return title;
  }

  /** The width in units of SVG, which are pixels of a usual screen. */
  public double width() {
    return width;
  }

  /** The height in units of SVG. */
  public double height() {
    return height;
  }

  /** An SVG document that needs no other file. */
  public String svg() {
    return document(FONTS);
  }

  /** The document as {@link Raster} reads it. */
  String svgForJava() {
    return document(JAVA_FONT);
  }

  private String document(String fonts) {
    Svg ground = new Svg();
    ground.rectangle(0, 0, width, height, 0, Svg.fill(Ink.SURFACE));
    return Ink.resolve(element(ground.toString(), fonts), dark) + "\n";
  }

  /**
   * A PNG image with two pixels for each unit in both directions.
   *
   * @throws ReportException if this JVM cannot draw: see the message
   */
  public byte[] png() {
    return Raster.png(this, PNG_SCALE);
  }

  /**
   * Writes {@link #svg()}, atomically: the old file stays until all is written.
   *
   * @throws IOException if the file cannot be written
   */
  public void svg(Path file) throws IOException {
    Output.write(file, svg().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes {@link #png()}, atomically: the old file stays until all is written.
   *
   * @throws ReportException if this JVM cannot draw: see the message
   * @throws IOException if the file cannot be written
   */
  public void png(Path file) throws IOException {
    Output.write(file, png());
  }

  /** The element to put into a page, which sets the colours; without a ground. */
  String inline() {
    return element("", FONTS);
  }

  private String element(String ground, String fonts) {
    String size = Svg.round(width) + "\" height=\"" + Svg.round(height);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\""
        + size
        + "\" viewBox=\"0 0 "
        + Svg.round(width)
        + " "
        + Svg.round(height)
        + "\" font-family=\""
        + fonts
        + "\"><title>"
        + Svg.escape(title)
        + "</title>"
        + ground
        + content
        + "</svg>";
  }
}

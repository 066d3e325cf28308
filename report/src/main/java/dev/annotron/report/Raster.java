package dev.annotron.report;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.AWTError;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Turns drawings into pixels. */
final class Raster {
  private static final Map<RenderingHints.Key, Object> HINTS =
      Map.of(
          RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE,
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);

  /** A picture has as many parts as its data; the usual limits are against documents of others. */
  private static final LoaderContext CONTEXT =
      LoaderContext.builder()
          .documentLimits(
              new DocumentLimits(
                  DocumentLimits.DEFAULT_MAX_NESTING_DEPTH,
                  DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH,
                  Integer.MAX_VALUE))
          .build();

  private Raster() {}

  /**
   * The drawing as PNG, {@code scale} pixels for each of its units.
   *
   * @throws ReportException if this JVM cannot draw
   */
  static byte[] png(Picture picture, double scale) {
    try {
      return encode(image(picture, scale));
    } catch (AWTError | LinkageError | InternalError e) {
      // The window system that DISPLAY names, a library or a font is missing.
      throw new ReportException(
          "this JVM cannot render pictures: " + e,
          "graphics without a window, and a font",
          "Run java with -Djava.awt.headless=true; on a bare system install fontconfig.",
          e);
    }
  }

  private static BufferedImage image(Picture picture, double scale) {
    int width = (int) Math.ceil(picture.width() * scale);
    int height = (int) Math.ceil(picture.height() * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      HINTS.forEach(graphics::setRenderingHint);
      document(picture.svgForJava())
          .renderWithPlatform(
              NullPlatformSupport.INSTANCE, graphics, new ViewBox(0, 0, width, height));
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private static SVGDocument document(String svg) {
    InputStream in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
    SVGDocument document = new SVGLoader().load(in, null, CONTEXT);
    if (document == null) {
      throw new IllegalStateException("an SVG document of our own cannot be read");
    }
    return document;
  }

  /** Without the temporary files that ImageIO would make. */
  static byte[] encode(RenderedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

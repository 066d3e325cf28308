package dev.annotron.images;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.DatasetBuilder;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Digits from 0 to 9, drawn with the fonts of Java in many styles and distorted by chance: turned,
 * slanted, stretched, moved, of different weight, and with some noise. They have the form of MNIST,
 * 28 x 28 values from 0 to 1, white on black, and need no download.
 *
 * <p>The same seed gives the same digits on a machine; another machine may have other fonts.
 */
public final class Digits {
  /** Height and width of an image. */
  public static final int SIZE = 28;

  private static final List<String> NAMES =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  private static final String[] FAMILIES = {Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED};
  private static final int[] STYLES = {Font.PLAIN, Font.BOLD, Font.ITALIC, Font.BOLD | Font.ITALIC};
  private static final int FONT_SIZE = 40;
  private static final double NOISE = 0.05;

  private Digits() {}

  /**
   * As many digits as wanted, all ten about equally often; sample {@code i} is the digit {@code i %
   * 10}.
   *
   * @throws DataException if {@code count} is below 1, or if Java finds no font
   */
  public static Dataset draw(int count, long seed) {
    if (count < 1) {
      throw new DataException(
          "draw(" + count + ") makes no sample", "at least 1", "A data set is never empty.");
    }
    DatasetBuilder builder = Dataset.builder(SIZE * SIZE, 1).classNames(NAMES);
    SplittableRandom random = new SplittableRandom(seed);
    Augmentation noise = Augmentation.of(SIZE, SIZE, 1).noise(NOISE).seed(seed);
    for (int i = 0; i < count; i++) {
      float[] pixels = Picture.of(image(i % 10, random.split()), 1).values();
      builder.add(clipped(noise.apply(pixels, 0, i)), new float[] {i % 10});
    }
    return builder.build();
  }

  private static float[] clipped(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.clamp(values[i], 0f, 1f);
    }
    return values;
  }

  private static BufferedImage image(int digit, SplittableRandom random) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    Shape shape = distorted(outline(digit, random), random);
    graphics.fill(shape);
    graphics.setStroke(new BasicStroke((float) (1.5 * random.nextDouble())));
    graphics.draw(shape);
    graphics.dispose();
    return image;
  }

  private static Shape outline(int digit, SplittableRandom random) {
    String family = FAMILIES[random.nextInt(FAMILIES.length)];
    int style = STYLES[random.nextInt(STYLES.length)];
    FontRenderContext context = new FontRenderContext(null, true, true);
    try {
      return new Font(family, style, FONT_SIZE)
          .createGlyphVector(context, NAMES.get(digit))
          .getOutline();
    } catch (InternalError | NoClassDefFoundError | UnsatisfiedLinkError e) {
      throw new DataException(
          "Java can draw no text here: " + e,
          "fonts, and the library fontconfig",
          "Install them, on Debian and Ubuntu with apt-get install fontconfig fonts-dejavu-core.",
          e);
    }
  }

  /** In the middle of the image, about 20 pixels high, and not quite upright. */
  private static Shape distorted(Shape outline, SplittableRandom random) {
    Rectangle2D bounds = outline.getBounds2D();
    double size = 20 / bounds.getHeight();
    AffineTransform transform = new AffineTransform();
    transform.translate(SIZE / 2.0 + 2 * signed(random), SIZE / 2.0 + 2 * signed(random));
    transform.rotate(Math.toRadians(15) * signed(random));
    transform.shear(0.25 * signed(random), 0);
    transform.scale(size * (0.95 + 0.25 * signed(random)), size * (0.95 + 0.15 * signed(random)));
    transform.translate(-bounds.getCenterX(), -bounds.getCenterY());
    return transform.createTransformedShape(outline);
  }

  private static double signed(SplittableRandom random) {
    return 2 * random.nextDouble() - 1;
  }
}

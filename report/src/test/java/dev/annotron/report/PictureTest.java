package dev.annotron.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** What holds for every kind of picture. */
class PictureTest {
  @TempDir Path directory;

  static Stream<Picture> every() {
    return Stream.of(
        Curves.of(Made.history()),
        Activations.gallery(),
        ModelGraph.of(Made.summary()),
        DecisionBoundary.of("Circles & <more>", Made.circle(), Made.circles()),
        Confusion.of(new long[][] {{3, 1}, {0, 4}}, List.of("a < b", "c & \"d\"")).picture(),
        Made.confusion(14).picture(),
        Made.confusion(80).picture(),
        WeightTiles.of(Made.weight("hidden/kernel", List.of(16, 5)), 4, 4),
        WeightTiles.of(Made.weight("conv/kernel", List.of(3, 3, 2, 4))),
        Misclassified.of(new FakeModel(x -> new float[] {0}), Made.circles(), 1, 2, 7));
  }

  @ParameterizedTest
  @MethodSource("every")
  void isWellFormedSvgWithNoColourLeftOpen(Picture picture) throws Exception {
    byte[] bytes = picture.svg().getBytes(StandardCharsets.UTF_8);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(picture.title());
    assertThat(picture.svg()).doesNotContain("var(", "NaN", "Infinity");
  }

  @ParameterizedTest
  @MethodSource("every")
  void isAPngOfTwiceTheSizeThatIsNotEmpty(Picture picture) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
    assertThat(image.getWidth()).isEqualTo((int) Math.ceil(2 * picture.width()));
    assertThat(image.getHeight()).isEqualTo((int) Math.ceil(2 * picture.height()));
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(darkest(image)).isLessThan(120);
  }

  @ParameterizedTest
  @MethodSource("every")
  void hasAnotherGroundInTheDark(Picture picture) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.dark().png()));
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFF1B1C1E);
    assertThat(picture.dark().svg()).isNotEqualTo(picture.svg());
  }

  @Test
  void isDrawnTheSameEachTime() {
    assertThat(Curves.of(Made.history()).png()).isEqualTo(Curves.of(Made.history()).png());
  }

  @Test
  void replacesAFileWholeOrLeavesIt() throws IOException {
    Path file = Files.writeString(directory.resolve("curves.svg"), "old");
    Picture picture = Curves.of(Made.history());
    picture.svg(file);
    assertThat(file).hasContent(picture.svg());
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
    Path elsewhere = directory.resolve("missing/curves.png");
    assertThatThrownBy(() -> picture.png(elsewhere))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("missing");
  }

  /** The least green of all pixels. */
  private static int darkest(BufferedImage image) {
    int darkest = 255;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        darkest = Math.min(darkest, image.getRGB(x, y) >> 8 & 255);
      }
    }
    return darkest;
  }
}

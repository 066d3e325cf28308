package dev.annotron.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
  private static final int RED = 0xFFFF0000;

  @TempDir Path folder;

  /** An image of one colour. */
  private void write(String file, int type, int width, int height, int argb) throws IOException {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, argb);
    }
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    assertThat(ImageIO.write(image, file.substring(file.lastIndexOf('.') + 1), path.toFile()))
        .isTrue();
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(DataException.class);
  }

  @Test
  void readsAFolderForEachClass() throws IOException {
    write("pear/b.png", BufferedImage.TYPE_INT_RGB, 3, 2, RED);
    write("apple/2.jpg", BufferedImage.TYPE_INT_RGB, 3, 2, 0xFF0000FF);
    write("apple/1.PNG", BufferedImage.TYPE_INT_ARGB, 3, 2, 0x80FFFFFF);
    Files.writeString(folder.resolve("apple/.hidden"), "");
    Dataset data = ImageFolder.of(folder).read();

    assertThat(data.classNames()).containsExactly("apple", "pear");
    assertThat(data.size()).isEqualTo(3);
    assertThat(data.featureCount()).isEqualTo(3 * 2 * 3);
    assertThat(data.x(0)).containsOnly(new float[] {128 / 255f}, within(1e-6f));
    assertThat(data.x(1)[2]).isGreaterThan(0.95f);
    assertThat(data.x(1)[0]).isLessThan(0.05f);
    assertThat(data.x(2)).startsWith(1, 0, 0, 1, 0, 0);
    assertThat(data.y(2)).containsExactly(1);
  }

  /** A test folder without apples must not make class 0 of the pears. */
  @Test
  void numbersClassesAsTheTrainingImagesDo() throws IOException {
    write("pear/1.png", BufferedImage.TYPE_INT_RGB, 2, 2, RED);
    ImageFolder test = ImageFolder.of(folder).classes(List.of("apple", "pear"));

    assertThat(test.read().y(0)).containsExactly(1);
    assertThat(test.grey().size(2, 2).resized(3, 3).read().classNames())
        .containsExactly("apple", "pear");
    write("plum/1.png", BufferedImage.TYPE_INT_RGB, 2, 2, RED);
    refused(test::read).hasMessageContaining("plum is the folder of no class; expected one of");
  }

  @Test
  void weighsColoursForGreyAndKeepsGreyAsStored() throws IOException {
    write("a/1.png", BufferedImage.TYPE_INT_RGB, 1, 1, RED);
    BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 100);
    ImageIO.write(grey, "png", folder.resolve("a/2.png").toFile());
    Dataset data = ImageFolder.of(folder).grey().read();

    assertThat(data.x(0)).containsExactly(new float[] {0.299f}, within(1e-6f));
    assertThat(data.x(1)).containsExactly(new float[] {100 / 255f}, within(1e-6f));
  }

  @Test
  void resizesByMeans() {
    Picture picture = new Picture(4, 2, 1, new float[] {0, 0, 1, 1, 0, 0, 1, 1});
    assertThat(picture.resized(4, 2).values()).containsExactly(picture.values());
    float[] half = picture.resized(2, 1).values();
    assertThat(half[0]).isCloseTo(1 - half[1], within(1e-6f)).isBetween(0f, 0.2f);
    float[] large = picture.resized(8, 2).values();
    for (int i = 1; i < 8; i++) {
      assertThat(large[i]).isGreaterThanOrEqualTo(large[i - 1]);
    }
    Picture colours = new Picture(1, 1, 3, new float[] {0.1f, 0.2f, 0.3f});
    assertThat(colours.resized(1, 2).values())
        .containsExactly(new float[] {0.1f, 0.2f, 0.3f, 0.1f, 0.2f, 0.3f}, within(1e-6f));
  }

  @Test
  void refusesOrResizesAnotherSize() throws IOException {
    write("a/1.png", BufferedImage.TYPE_INT_RGB, 3, 2, RED);
    write("a/2.png", BufferedImage.TYPE_INT_RGB, 4, 2, RED);
    ImageFolder images = ImageFolder.of(folder);
    refused(images::read)
        .hasMessageContaining("2.png has 4 x 2 pixels; expected 3 x 2")
        .hasMessageContaining("resized(3, 2)");
    refused(images.size(4, 2)::read).hasMessageContaining("1.png has 3 x 2 pixels");
    assertThat(images.resized(5, 5).read().featureCount()).isEqualTo(75);
    refused(() -> images.size(0, 1)).hasMessageContaining("0 x 1");
    refused(() -> images.resized(1, -1)).hasMessageContaining("1 x -1");
    refused(() -> images.resized(100_000, 100_000))
        .hasMessageContaining("at most 536870911 pixels");
  }

  @Test
  void refusesWhatIsNoImage() throws IOException {
    refused(ImageFolder.of(folder)::read).hasMessageContaining("has no folder in it");
    refused(ImageFolder.of(folder.resolve("none"))::read)
        .hasMessageStartingWith("There is no folder " + folder.resolve("none"));
    Path a = Files.createDirectory(folder.resolve("a"));
    refused(ImageFolder.of(folder)::read).hasMessageContaining("a has no image");
    Files.writeString(a.resolve("x.png"), "text");
    refused(ImageFolder.of(folder)::read).hasMessageContaining("x.png is no image");
    refused(ImageFolder.of(a.resolve("x.png"))::read).hasMessageContaining("x.png is no folder");
    Files.writeString(a.resolve("y.txt"), "text");
    refused(ImageFolder.of(folder)::read).hasMessageContaining("y.txt is no image by its name");
  }

  @Test
  void refusesHalfAnImage() throws IOException {
    write("a/1.png", BufferedImage.TYPE_INT_RGB, 30, 20, RED);
    Path file = folder.resolve("a/1.png");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    refused(ImageFolder.of(folder)::read).hasMessageContaining("1.png");
  }
}

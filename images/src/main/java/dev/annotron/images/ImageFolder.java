package dev.annotron.images;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.DatasetBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A folder of PNG and JPEG images, with a folder in it for each class. Immutable; each method gives
 * a new one.
 *
 * <pre>{@code
 * ImageFolder folder = ImageFolder.of(path).grey().resized(28, 28);
 * Dataset data = folder.read();
 * float[] x = folder.pixels(photo); // for predict
 * }</pre>
 *
 * <p>A sample is an image of {@code [height, width, channels]}, its values from 0 to 1; transparent
 * pixels darken towards 0. Classes are numbered in the order of their folders' names, and images
 * come in the order of theirs. Hidden files are skipped; whatever else is no image is refused.
 */
public final class ImageFolder {
  private static final List<String> SUFFIXES = List.of(".png", ".jpg", ".jpeg");

  private final Path folder;
  private final boolean grey;
  private final boolean resizing;
  private final int width;
  private final int height;

  private ImageFolder(Path folder, boolean grey, boolean resizing, int width, int height) {
    this.folder = folder;
    this.grey = grey;
    this.resizing = resizing;
    this.width = width;
    this.height = height;
  }

  /** In colour (red, green, blue), all of the size of the first image. Nothing is read yet. */
  public static ImageFolder of(Path folder) {
    return new ImageFolder(folder, false, false, 0, 0);
  }

  /** One channel: the luma of ITU-R BT.601, 0.299 red + 0.587 green + 0.114 blue. */
  public ImageFolder grey() {
    return new ImageFolder(folder, true, resizing, width, height);
  }

  /**
   * Images of another size are refused.
   *
   * @throws DataException if a size is below 1
   */
  public ImageFolder size(int ofWidth, int ofHeight) {
    checkSize(ofWidth, ofHeight);
    return new ImageFolder(folder, grey, false, ofWidth, ofHeight);
  }

  /**
   * Images of another size are resized, without regard to their shape. Each new pixel is a mean of
   * the old ones that it covers, weighted by their distance.
   *
   * @throws DataException if a size is below 1
   */
  public ImageFolder resized(int toWidth, int toHeight) {
    checkSize(toWidth, toHeight);
    return new ImageFolder(folder, grey, true, toWidth, toHeight);
  }

  private static void checkSize(int width, int height) {
    if (width < 1 || height < 1) {
      throw new DataException(
          "The size of images is " + width + " x " + height, "at least 1 x 1", "Try 28 x 28.");
    }
  }

  /**
   * Reads all images.
   *
   * @throws DataException naming the file or folder if there is no class, if a class has no image,
   *     if a file is no image, or if one has another size
   */
  public Dataset read() {
    List<Path> classes = entries(folder).stream().filter(Files::isDirectory).toList();
    if (classes.isEmpty()) {
      throw new DataException(
          folder + " has no folder in it",
          "a folder for each class",
          "Sort the images into folders that are named after their classes.");
    }
    List<List<Path>> files = classes.stream().map(ImageFolder::images).toList();
    Picture first = Picture.read(files.getFirst().getFirst(), grey);
    ImageFolder sized =
        width == 0 ? new ImageFolder(folder, grey, false, first.width(), first.height()) : this;
    DatasetBuilder builder =
        Dataset.builder(sized.width * sized.height * (grey ? 1 : 3), 1)
            .classNames(classes.stream().map(path -> path.getFileName().toString()).toList());
    for (int label = 0; label < files.size(); label++) {
      for (Path file : files.get(label)) {
        builder.add(sized.pixels(file), new float[] {label});
      }
    }
    return builder.build();
  }

  /**
   * The values of one image, for {@code predict}.
   *
   * @throws DataException if the file is no image, or of another size and that is refused
   */
  public float[] pixels(Path file) {
    Picture picture = Picture.read(file, grey);
    if (width == 0 || (picture.width() == width && picture.height() == height)) {
      return picture.values();
    }
    if (!resizing) {
      throw new DataException(
          file + " has " + picture.width() + " x " + picture.height() + " pixels",
          width + " x " + height,
          "Resize it, or have all resized: resized(" + width + ", " + height + ").");
    }
    return picture.resized(width, height).values();
  }

  private static List<Path> images(Path folder) {
    List<Path> images = entries(folder);
    for (Path image : images) {
      String name = image.getFileName().toString().toLowerCase(Locale.ROOT);
      if (SUFFIXES.stream().noneMatch(name::endsWith)) {
        throw new DataException(
            image + " is no image by its name", "one of " + SUFFIXES, "Take it out of the folder.");
      }
    }
    if (images.isEmpty()) {
      throw new DataException(
          "The class " + folder + " has no image", "at least 1", "Add some, or remove the folder.");
    }
    return images;
  }

  /** What is in a folder and not hidden, by name. */
  private static List<Path> entries(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      List<Path> entries = new ArrayList<>(found.toList());
      entries.removeIf(path -> path.getFileName().toString().startsWith("."));
      entries.sort(null);
      return entries;
    } catch (IOException e) {
      throw new DataException(
          folder + " cannot be read: " + e, "a folder of images", "Check the path.", e);
    }
  }
}

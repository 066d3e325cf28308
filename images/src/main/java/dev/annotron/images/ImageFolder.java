package dev.annotron.images;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.DatasetBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
 *
 * <p>A second folder has the same numbers only if it has the same classes: read it with {@link
 * #classes} and the class names of the first.
 */
public final class ImageFolder {
  private static final List<String> SUFFIXES = List.of(".png", ".jpg", ".jpeg");

  /** As many as an array has room for, in three channels. */
  private static final int MOST_PIXELS = Integer.MAX_VALUE / 4;

  private final Path folder;
  private final boolean grey;
  private final boolean resizing;
  private final int width;
  private final int height;
  private final List<String> classNames;

  private ImageFolder(
      Path folder, boolean grey, boolean resizing, int width, int height, List<String> classNames) {
    this.folder = folder;
    this.grey = grey;
    this.resizing = resizing;
    this.width = width;
    this.height = height;
    this.classNames = classNames;
  }

  /** In colour (red, green, blue), all of the size of the first image. Nothing is read yet. */
  public static ImageFolder of(Path folder) {
    return new ImageFolder(folder, false, false, 0, 0, List.of());
  }

  /** One channel: the luma of ITU-R BT.601, 0.299 red + 0.587 green + 0.114 blue. */
  public ImageFolder grey() {
    return new ImageFolder(folder, true, resizing, width, height, classNames);
  }

  /**
   * Images of another size are refused.
   *
   * @throws DataException if a size is below 1, or larger than an array
   */
  public ImageFolder size(int ofWidth, int ofHeight) {
    checkSize(ofWidth, ofHeight);
    return new ImageFolder(folder, grey, false, ofWidth, ofHeight, classNames);
  }

  /**
   * Images of another size are resized, without regard to their shape. Each new pixel is a mean of
   * the old ones that it covers, weighted by their distance.
   *
   * @throws DataException if a size is below 1
   */
  public ImageFolder resized(int toWidth, int toHeight) {
    checkSize(toWidth, toHeight);
    return new ImageFolder(folder, grey, true, toWidth, toHeight, classNames);
  }

  /**
   * The names number the classes: those of the training images, {@link Dataset#classNames}. A class
   * without a folder has no image; a folder of another name is refused.
   */
  public ImageFolder classes(List<String> names) {
    return new ImageFolder(folder, grey, resizing, width, height, List.copyOf(names));
  }

  private static void checkSize(int width, int height) {
    if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
      throw new DataException(
          "The size of images is " + width + " x " + height,
          "at least 1 x 1, and at most " + MOST_PIXELS + " pixels",
          "Try 28 x 28.");
    }
  }

  /**
   * Reads all images.
   *
   * @throws DataException naming the file or folder if there is no class, if a class has no image,
   *     if a folder is that of no class, if a file is no image, or if one has another size
   */
  public Dataset read() {
    List<Path> classes = entries(folder).stream().filter(Files::isDirectory).toList();
    if (classes.isEmpty()) {
      throw new DataException(
          folder + " has no folder in it",
          "a folder for each class",
          "Sort the images into folders that are named after their classes.");
    }
    List<String> names =
        classNames.isEmpty() ? classes.stream().map(ImageFolder::name).toList() : classNames;
    List<List<Path>> files = classes.stream().map(ImageFolder::images).toList();
    Picture first = Picture.read(files.getFirst().getFirst(), grey);
    ImageFolder sized = width == 0 ? size(first.width(), first.height()) : this;
    DatasetBuilder builder =
        Dataset.builder(sized.width * sized.height * (grey ? 1 : 3), 1).classNames(names);
    for (int i = 0; i < files.size(); i++) {
      int label = label(classes.get(i), names);
      for (Path file : files.get(i)) {
        builder.add(sized.pixels(file), new float[] {label});
      }
    }
    return builder.build();
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  private static int label(Path folder, List<String> names) {
    int label = names.indexOf(name(folder));
    if (label < 0) {
      throw new DataException(
          folder + " is the folder of no class",
          "one of " + names,
          "Take it out, or read the training images with it.");
    }
    return label;
  }

  /**
   * The values of one image, for {@code predict}. An image of any size is taken where neither
   * {@link #size} nor {@link #resized} says one.
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
    } catch (NoSuchFileException e) {
      throw new DataException(
          "There is no folder " + folder, "a folder of images", "Check the path.", e);
    } catch (NotDirectoryException e) {
      throw new DataException(folder + " is no folder", "a folder of images", "Check the path.", e);
    } catch (IOException e) {
      throw new DataException(
          folder + " cannot be read: " + e, "a folder of images", "Check the path.", e);
    }
  }
}

package dev.annotron.runtime.kernel;

import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the system properties say about kernels; {@link Backend} tells what they mean.
 *
 * @param directory where the library lies, absolute: a name alone would be searched for by the
 *     system; null for the library of this jar
 * @param profile whether calls are timed
 */
record Settings(Mode mode, int threads, @Nullable Path directory, boolean profile) {
  static final String MODE = "annotron.native";
  static final String THREADS = "annotron.threads";
  static final String DIRECTORY = "annotron.native.path";
  static final String PROFILE = "annotron.profile";

  /** More do not speed up the networks of a few megabytes that are trained on processors. */
  private static final int MOST_THREADS_BY_ITSELF = 8;

  enum Mode {
    AUTO,
    OFF,
    REQUIRED
  }

  /**
   * Reads the properties.
   *
   * @throws IllegalArgumentException if one has a value that means nothing
   */
  static Settings of(Properties properties) {
    return new Settings(
        mode(properties.getProperty(MODE)),
        threads(properties.getProperty(THREADS)),
        directory(properties.getProperty(DIRECTORY)),
        profile(properties.getProperty(PROFILE)));
  }

  private static Mode mode(@Nullable String given) {
    if (given == null) {
      return Mode.AUTO;
    }
    return switch (given) {
      case "auto" -> Mode.AUTO;
      case "off" -> Mode.OFF;
      case "required" -> Mode.REQUIRED;
      default -> throw refused(MODE, "auto, off or required", given);
    };
  }

  private static int threads(@Nullable String given) {
    if (given == null) {
      return Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS_BY_ITSELF);
    }
    try {
      int threads = Integer.parseInt(given);
      if (threads >= 1) {
        return threads;
      }
    } catch (NumberFormatException e) {
      // Said below, as for numbers that are too small.
    }
    throw refused(THREADS, "a whole number from 1 to " + Integer.MAX_VALUE, given);
  }

  private static @Nullable Path directory(@Nullable String given) {
    if (given == null) {
      return null;
    }
    if (given.isBlank()) {
      throw refused(DIRECTORY, "the directory that holds the native library", given);
    }
    return Path.of(given).toAbsolutePath();
  }

  private static boolean profile(@Nullable String given) {
    if (given == null || given.equals("false")) {
      return false;
    }
    if (given.equals("true")) {
      return true;
    }
    throw refused(PROFILE, "true or false", given);
  }

  private static IllegalArgumentException refused(String name, String expected, String found) {
    return new IllegalArgumentException(
        "the system property %s must be %s; found '%s'".formatted(name, expected, found));
  }
}

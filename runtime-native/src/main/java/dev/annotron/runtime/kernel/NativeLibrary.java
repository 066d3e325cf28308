package dev.annotron.runtime.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Finds and loads the native library: from the directory that the system property {@value
 * Settings#DIRECTORY} names, else from this jar by way of a private directory for temporary files.
 * It downloads nothing and leaves the home directory alone.
 */
final class NativeLibrary {
  private static final String RESOURCES = "/META-INF/annotron/native/";
  private static final String LIST = "files.txt";

  private NativeLibrary() {}

  /**
   * Loads the library.
   *
   * @throws NativeLibraryException if that cannot be done; the message says why
   */
  static NativeKernels load(Settings settings) {
    Path file = directory(settings).resolve(System.mapLibraryName("annotron"));
    SymbolLookup library = open(file);
    start(library, file, settings.threads());
    return new NativeKernels(library);
  }

  private static Path directory(Settings settings) {
    Path given = settings.directory();
    return given == null
        ? unpacked(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath())
        : given;
  }

  /** Where the files of this jar lie, unpacked under a directory for temporary files. */
  static Path unpacked(Path temporary) {
    String resources = RESOURCES.concat(platform()).concat("/");
    try (InputStream list = NativeLibrary.class.getResourceAsStream(resources.concat(LIST))) {
      if (list == null) {
        throw new NativeLibraryException(
            "this build of Annotron holds no native library for %s".formatted(platform()));
      }
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      return new Unpacker(resources, text).unpackUnder(temporary);
    } catch (IOException e) {
      throw new NativeLibraryException(
          "the native library could not be unpacked under %s: %s; name a writable directory with"
                  .formatted(temporary, e)
              + " -Djava.io.tmpdir=DIR");
    }
  }

  /** Such as {@code linux-x86_64}. */
  static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String os = system.startsWith("mac") ? "macos" : system.startsWith("win") ? "windows" : system;
    String arch = System.getProperty("os.arch");
    return os.concat("-")
        .concat(
            switch (arch) {
              case "amd64", "x86_64" -> "x86_64";
              case "aarch64", "arm64" -> "arm64";
              default -> arch;
            });
  }

  @SuppressWarnings("restricted") // only reached where the JVM permits native access
  private static SymbolLookup open(Path file) {
    try {
      return SymbolLookup.libraryLookup(file, Arena.global());
    } catch (IllegalArgumentException e) {
      throw new NativeLibraryException(
          "%s could not be loaded; does it exist, is it made for this system, and may files in that"
                  .formatted(file)
              + " directory be executed? Another directory can be named with -D"
              + Settings.DIRECTORY
              + "=DIR");
    }
  }

  private static void start(SymbolLookup library, Path file, int threads) {
    MemorySegment open = NativeCalls.find(library, "open");
    if (NativeCalls.call(open, 0, 0, 0, 0, threads, 0, 0) != NativeCalls.OK) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment text = arena.allocate(NativeCalls.textSize());
        String reason = NativeCalls.text(NativeCalls.find(library, "describe"), text);
        throw new NativeLibraryException(
            "%s was loaded, but not OpenBLAS beside it: %s".formatted(file, reason));
      }
    }
  }
}

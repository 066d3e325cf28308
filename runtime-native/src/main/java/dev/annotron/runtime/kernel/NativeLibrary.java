package dev.annotron.runtime.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds and loads the native library: from the directory that the system property {@value
 * Settings#DIRECTORY} names, else from this jar by way of a private directory for temporary files.
 * It downloads nothing and leaves the home directory alone.
 */
final class NativeLibrary {
  private static final String RESOURCES = "/META-INF/annotron/native/";
  private static final String LIST = "files.txt";

  /** Where the jar's files are unpacked; null if a directory has them all. */
  private final @Nullable Path temporary;

  private final Path file;
  private final SymbolLookup functions;
  private boolean blasIsOpen;

  private NativeLibrary(Path directory, @Nullable Path temporary) {
    this.temporary = temporary;
    this.file = directory.resolve(System.mapLibraryName("annotron"));
    this.functions = open(file);
  }

  /**
   * Loads the library.
   *
   * @throws NativeLibraryException if that cannot be done; the message says why
   */
  static NativeKernels load(Settings settings) {
    NativeLibrary library = of(settings.directory());
    MemorySegment threads = NativeCalls.find(library.functions, "set_threads");
    NativeCalls.check(NativeCalls.call(threads, 0, 0, 0, 0, settings.threads(), 0, 0));
    NativeKernels kernels = new NativeKernels(library);
    kernels.select("best");
    return kernels;
  }

  private static NativeLibrary of(@Nullable Path given) {
    if (given != null) {
      return new NativeLibrary(given, null);
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    return new NativeLibrary(unpacked(temporary, false), temporary);
  }

  /** The functions by their names. */
  SymbolLookup functions() {
    return functions;
  }

  /**
   * Opens OpenBLAS unless it is open, whose 40 MB are unpacked and checked only where products need
   * it.
   *
   * @throws NativeLibraryException if that cannot be done; the message says why
   */
  synchronized void openBlas() {
    if (blasIsOpen) {
      return;
    }
    if (temporary != null) {
      unpacked(temporary, true);
    }
    if (NativeCalls.call(NativeCalls.find(functions, "open_blas"), 0, 0, 0, 0, 0, 0, 0)
        != NativeCalls.OK) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment text = arena.allocate(NativeCalls.textSize());
        String reason = NativeCalls.text(NativeCalls.find(functions, "describe"), text);
        throw new NativeLibraryException(
            "%s was loaded, but not OpenBLAS beside it: %s".formatted(file, reason));
      }
    }
    blasIsOpen = true;
  }

  /**
   * Where the files of this jar lie, unpacked under a directory for temporary files.
   *
   * @param all whether with OpenBLAS
   */
  static Path unpacked(Path temporary, boolean all) {
    String resources = RESOURCES.concat(platform()).concat("/");
    try (InputStream list = NativeLibrary.class.getResourceAsStream(resources.concat(LIST))) {
      if (list == null) {
        throw new NativeLibraryException(
            "this build of Annotron holds no native library for %s".formatted(platform()));
      }
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      Unpacker unpacker = new Unpacker(resources, text);
      return all ? unpacker.unpackAllUnder(temporary) : unpacker.unpackFirstUnder(temporary);
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
}

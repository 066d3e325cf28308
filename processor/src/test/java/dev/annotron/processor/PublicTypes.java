package dev.annotron.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The top-level types of a package, from its class files. */
final class PublicTypes {
  private static final String SUFFIX = ".class";

  private PublicTypes() {}

  /** Those of the package of {@code one}, which come from where it does: a directory or a jar. */
  static List<Class<?>> in(Class<?> one) {
    try {
      URI home = one.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path place = Path.of(home);
      if (Files.isDirectory(place)) {
        return types(place, one);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
        return types(jar.getPath("/"), one);
      }
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Class<?>> types(Path root, Class<?> one) throws IOException {
    Path directory = root.resolve(one.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX) && !name.contains("$") && !name.contains("-"))
          .sorted()
          .<Class<?>>map(name -> load(one, name))
          .toList();
    }
  }

  private static Class<?> load(Class<?> one, String file) {
    String name = file.substring(0, file.length() - SUFFIX.length());
    try {
      return Class.forName(one.getPackageName() + "." + name, false, one.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}

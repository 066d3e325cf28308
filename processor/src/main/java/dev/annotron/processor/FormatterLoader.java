package dev.annotron.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads google-java-format with a copy of javac of its own. The formatter needs packages that javac
 * does not export, and users are not asked for flags: in this loader's module everything is open.
 */
final class FormatterLoader extends ClassLoader {
  private static final List<String> OF_JAVAC = List.of("com.sun.tools.javac.", "com.sun.source.");
  private static final String OF_FORMATTER = "com.google.";

  private final FileSystem modules = FileSystems.getFileSystem(URI.create("jrt:/"));

  FormatterLoader(ClassLoader parent) {
    super(parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = bytes(name);
      return bytes == null
          ? super.loadClass(name, resolve)
          : defineClass(name, bytes, 0, bytes.length);
    }
  }

  private byte @Nullable [] bytes(String name) {
    String file = name.replace('.', '/') + ".class";
    try {
      if (OF_JAVAC.stream().anyMatch(name::startsWith)) {
        Path path = modules.getPath("modules", "jdk.compiler", file);
        return Files.exists(path) ? Files.readAllBytes(path) : null;
      }
      return name.startsWith(OF_FORMATTER) ? bytesFromParent(file) : null;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private byte @Nullable [] bytesFromParent(String file) throws IOException {
    try (InputStream in = getParent().getResourceAsStream(file)) {
      return in == null ? null : in.readAllBytes();
    }
  }
}

package dev.annotron.benchmarks;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles networks of given shapes as users' projects do: javac with the processor. */
final class ShapeCompiler {
  /** The property that names the processor's jar, and those that it needs. */
  private static final String PROCESSOR = "annotron.processor";

  /** Where the classes lie. */
  static final Path CLASSES = Path.of("target", "shapes");

  private ShapeCompiler() {}

  /** Compiles the networks of these shapes. */
  static void compile(Collection<Shape> shapes) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      Files.createDirectories(CLASSES);
      List<String> options =
          List.of(
              "-d", CLASSES.toString(),
              "-cp", System.getProperty("java.class.path", ""),
              "--processor-path", System.getProperty(PROCESSOR, ""));
      if (!javac.getTask(messages, files, null, options, null, sources(shapes)).call()) {
        throw new IllegalStateException("javac refuses the shapes:\n" + messages);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<JavaFileObject> sources(Collection<Shape> shapes) {
    return shapes.stream()
        .map(shape -> new Shape(shape.width(), shape.depth(), 1))
        .distinct()
        .map(Source::new)
        .collect(Collectors.toSet());
  }

  /** A network's interface, in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final Shape shape;

    Source(Shape shape) {
      super(URI.create("text:///" + Shape.PACKAGE + "/" + shape.name() + ".java"), Kind.SOURCE);
      this.shape = shape;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return shape.source();
    }
  }
}

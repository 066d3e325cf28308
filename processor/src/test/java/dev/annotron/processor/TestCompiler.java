package dev.annotron.processor;

import dev.annotron.Network;
import dev.annotron.runtime.Dataset;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Runs javac with the processor, in this process, into a directory. */
final class TestCompiler {
  private final Path output;
  private final List<String> options = new ArrayList<>();
  private final List<Processor> others = new ArrayList<>();
  private Processor processor = new AnnotronProcessor();
  private StandardLocation path = StandardLocation.CLASS_PATH;
  private boolean runtime = true;
  private boolean again;

  TestCompiler(Path output) {
    this.output = output;
  }

  /** What javac said and wrote. */
  record Result(
      boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, Path output) {
    List<String> messages(Diagnostic.Kind kind) {
      return diagnostics.stream()
          .filter(found -> found.getKind() == kind)
          .map(found -> found.getMessage(Locale.ROOT))
          .toList();
    }

    String file(String name) {
      try {
        return Files.readString(output.resolve(name));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  TestCompiler option(String option) {
    options.add(option);
    return this;
  }

  TestCompiler withoutRuntime() {
    runtime = false;
    return this;
  }

  /** The class path becomes the module path. */
  TestCompiler onModulePath() {
    path = StandardLocation.MODULE_PATH;
    return this;
  }

  /** What an earlier compile wrote is seen, as in a second build. */
  TestCompiler again() {
    again = true;
    return this;
  }

  /** Runs a processor instead of ours. */
  TestCompiler processor(Processor instead) {
    processor = instead;
    return this;
  }

  /** Runs another processor beside ours. */
  TestCompiler with(Processor other) {
    others.add(other);
    return this;
  }

  /** A source in memory. */
  static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  Result compile(Path file) {
    try {
      String name = file.getFileName().toString().replace(".java", "");
      return compile(source(name, Files.readString(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Result compile(JavaFileObject... sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    var javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      files.setLocationFromPaths(path, classPath());
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      CompilationTask task =
          javac.getTask(new StringWriter(), files, diagnostics, options, null, List.of(sources));
      List<Processor> processors = new ArrayList<>(others);
      processors.add(processor);
      if (!options.contains("-proc:none")) {
        task.setProcessors(processors);
      }
      boolean success = task.call();
      return new Result(success, diagnostics.getDiagnostics(), output);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private List<Path> classPath() {
    Stream<Class<?>> needed =
        runtime
            ? Stream.of(Network.class, Dataset.class, NullMarked.class)
            : Stream.of(Network.class, NullMarked.class);
    Stream<Path> earlier = again ? Stream.of(output) : Stream.of();
    return Stream.concat(needed.map(TestCompiler::home), earlier).toList();
  }

  /** The directory or jar that a class was loaded from. */
  static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

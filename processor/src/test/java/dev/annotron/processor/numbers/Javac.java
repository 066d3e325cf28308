package dev.annotron.processor.numbers;

import dev.annotron.runtime.Model;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles Java in memory, as strictly as javac can, with nothing but the runtime to refer to. */
final class Javac {
  private Javac() {}

  /** Where the runtime's classes lie. */
  static Path runtime() {
    return place(Model.class);
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The class files, by binary name.
   *
   * @param sources texts by qualified class name
   */
  static Map<String, byte[]> compile(Map<String, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<Source> files =
        sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
    String classes = runtime() + File.pathSeparator + place(OwnFunction.class);
    List<String> options =
        List.of("-proc:none", "-Xlint:all,-path", "-Werror", "-classpath", classes);
    Output output =
        new Output(compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8));
    boolean done = compiler.getTask(null, output, problems, options, null, files).call();
    if (!done) {
      throw new AssertionError(
          "javac refuses generated code: "
              + problems.getDiagnostics().stream().limit(5).map(Object::toString).toList());
    }
    return output.classes();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, byte[]> classes = new ConcurrentHashMap<>();

    Output(JavaFileManager files) {
      super(files);
    }

    Map<String, byte[]> classes() {
      return Map.copyOf(classes);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(
          URI.create("bytes:///" + name.replace('.', '/') + kind.extension), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
              super.close();
              classes.put(name, toByteArray());
            }
          };
        }
      };
    }
  }
}

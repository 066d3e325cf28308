package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named modules that require ours and have never heard of JSpecify. */
class ModulePathTest {
  /** Jars of ours, or their classes where they are not packed yet, and what these stand on. */
  private static final String OURS =
      ".*/(runtime-native|csv|selection|images|report|progress)/target/.*|.*/annotron-[^/]*[.]jar";

  private static final String OTHERS = ".*/(fastcsv|jsvg|progressbar|jline-[a-z]+)-[^/]*[.]jar";

  @TempDir Path directory;

  private static String modules(String pattern) {
    String path = System.getProperty("surefire.test.class.path");
    String all = path == null ? System.getProperty("java.class.path") : path;
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> entry.replace('\\', '/').matches(pattern))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void theRuntimeAlone() throws Exception {
    String module = "module demo { requires dev.annotron.runtime; }";
    String main =
        """
        package demo;

        import dev.annotron.runtime.DataException;
        import dev.annotron.runtime.Dataset;

        class Main {
          public static void main(String[] arguments) {
            try {
              Dataset.of(new float[][] {{1, 2}}, new float[] {Float.NaN});
            } catch (DataException e) {
              System.out.println(e.getMessage().substring(0, 15));
            }
          }
        }
        """;

    String runtime = modules(".*/(runtime-native/target/|annotron-runtime-native-)[^/]*");

    assertThat(said(runtime, module, main)).isEqualTo("Row 0, target 0");
  }

  @Test
  void allModules() throws Exception {
    String module =
        """
        module demo {
          requires dev.annotron.csv;
          requires dev.annotron.images;
          requires dev.annotron.progress;
          requires dev.annotron.report;
          requires dev.annotron.selection;
        }
        """;
    String main =
        """
        package demo;

        import dev.annotron.csv.Csv;
        import dev.annotron.images.Augmentation;
        import dev.annotron.images.Digits;
        import dev.annotron.report.Activations;
        import dev.annotron.runtime.Dataset;
        import dev.annotron.runtime.FitOptions;
        import dev.annotron.selection.Search;
        import java.nio.file.Files;
        import java.nio.file.Path;

        class Main {
          public static void main(String[] arguments) throws Exception {
            Path file = Files.writeString(Files.createTempFile("demo", ".csv"), "a,y\\n1,2\\n");
            Dataset data = Csv.read(file).target("y");
            Files.delete(file);
            Dataset digits = Digits.draw(2, 1).renewing(Augmentation.of(28, 28, 1).rotate(3));
            Search search = Search.grid().vary("epochs", FitOptions::epochs, 1, 2).maximize("auc");
            boolean drawn = Activations.gallery().png().length > 0 && search != null;
            System.out.println(data + ", " + digits.size() + ", " + drawn);
          }
        }
        """;

    String modules = modules(OURS) + File.pathSeparator + modules(OTHERS);

    assertThat(said(modules, module, main))
        .isEqualTo("1 sample of 1 feature (a) and 1 target (y), 2, true");
  }

  /** What a module prints; javac must have nothing to say of it, with all its warnings. */
  private String said(String modules, String moduleInfo, String main)
      throws IOException, InterruptedException {
    Path classes = directory.resolve("classes");
    Path module = Files.writeString(directory.resolve("module-info.java"), moduleInfo);
    Path source = Files.writeString(directory.resolve("Main.java"), main);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    compiler
        .getTask(
            messages,
            null,
            null,
            List.of("-p", modules, "-d", classes.toString(), "-Xlint:all"),
            null,
            compiler.getStandardFileManager(null, null, null).getJavaFileObjects(module, source))
        .call();
    assertThat(messages.toString()).isEmpty();

    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Run run =
        Run.finish(
            new ProcessBuilder(
                java.toString(),
                "-Djava.awt.headless=true",
                "-p",
                classes + File.pathSeparator + modules,
                "-m",
                "demo/demo.Main"));
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out().strip();
  }
}

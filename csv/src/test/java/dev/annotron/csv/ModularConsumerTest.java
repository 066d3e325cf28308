package dev.annotron.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.annotron.runtime.Dataset;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A named module that requires this one and has never heard of JSpecify. */
class ModularConsumerTest {
  @TempDir Path directory;
  private String modules = "";

  @BeforeEach
  void findModules() {
    modules =
        Stream.of(Csv.class, Dataset.class, CsvReader.class)
            .map(ModularConsumerTest::placeOf)
            .collect(Collectors.joining(File.pathSeparator));
  }

  private static String placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void compilesAndRunsWithoutJspecify() throws IOException, InterruptedException {
    Path classes = directory.resolve("classes");

    assertThat(compile(classes)).isEmpty();
    assertThat(run(classes)).isEqualTo("1 sample of 1 feature (a) and 1 target (y)");
  }

  /** What javac has to say, with all its warnings. */
  private String compile(Path classes) throws IOException {
    Path module = directory.resolve("module-info.java");
    Path main = directory.resolve("Main.java");
    Files.writeString(module, "module demo { requires dev.annotron.csv; }");
    Files.writeString(
        main,
        """
        package demo;

        import dev.annotron.csv.Csv;
        import dev.annotron.runtime.Dataset;
        import java.nio.file.Files;
        import java.nio.file.Path;

        class Main {
          public static void main(String[] arguments) throws Exception {
            Path file = Files.writeString(Files.createTempFile("demo", ".csv"), "a,y\\n1,2\\n");
            Dataset data = Csv.read(file).target("y");
            Files.delete(file);
            System.out.println(data);
          }
        }
        """);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    compiler
        .getTask(
            messages,
            null,
            null,
            List.of("-p", modules, "-d", classes.toString(), "-Xlint:all"),
            null,
            compiler.getStandardFileManager(null, null, null).getJavaFileObjects(module, main))
        .call();
    return messages.toString();
  }

  private String run(Path classes) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-p",
                classes + File.pathSeparator + modules,
                "-m",
                "demo/demo.Main")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text.strip();
  }
}

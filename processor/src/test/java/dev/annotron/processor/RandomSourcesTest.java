package dev.annotron.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.TestCompiler.Result;
import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.network.Architecture;
import dev.annotron.runtime.network.Layout;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random interfaces: no exception leaves the compiler, and either an error has a place in the
 * source, or the generated class compiles and takes a step of training.
 *
 * <p>{@code -Dannotron.randomSources=N} looks at N of them instead of 500.
 */
final class RandomSourcesTest {
  private static final int COUNT = Integer.getInteger("annotron.randomSources", 500);
  private static final int LARGE = 1_000_000;

  @TempDir private Path output;

  @Test
  void compileAndTrainOrSayWhere() throws Exception {
    int trained = 0;
    for (int seed = 0; seed < COUNT; seed++) {
      String source = RandomSource.of(seed);
      Path directory = output.resolve("source" + seed);
      directory.toFile().mkdir();
      Result result =
          new TestCompiler(directory).compile(TestCompiler.source("model.Random", source));
      check(source, result);
      if (result.success()) {
        train(source, directory);
        trained++;
      }
    }
    System.out.printf("random interfaces: %d, of which %d were networks%n", COUNT, trained);
    assertThat(trained).as("networks").isBetween(COUNT / 20, COUNT * 3 / 4);
  }

  private static void check(String source, Result result) {
    assertThat(result.diagnostics())
        .as(source)
        .extracting(found -> found.getMessage(Locale.ROOT))
        .noneMatch(message -> message.contains("ANNOTRON-INTERNAL"));
    if (!result.success()) {
      assertThat(result.diagnostics())
          .as(source)
          .anyMatch(
              found ->
                  found.getKind() == Diagnostic.Kind.ERROR
                      && found.getSource() != null
                      && found.getLineNumber() > 0);
    }
  }

  private static void train(String source, Path directory) throws Exception {
    URL[] place = {directory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(place, Model.class.getClassLoader())) {
      Class<?> type = loader.loadClass("model.RandomNet");
      Field field = type.getDeclaredField("ARCHITECTURE");
      field.setAccessible(true);
      Architecture architecture = (Architecture) field.get(null);
      if (architecture.parameterCount() < LARGE && architecture.differentiate().size() < LARGE) {
        step(source, (Model) type.getConstructor().newInstance(), architecture);
      }
    }
  }

  private static void step(String source, Model model, Architecture architecture) {
    int rows = 3;
    int features = architecture.inputs().stream().mapToInt(Architecture.Input::size).sum();
    int targets = architecture.differentiate().targets().stream().mapToInt(Layout.Slot::size).sum();
    Dataset data = Dataset.of(new float[rows][features], new float[rows][targets]);
    try {
      model.fit(data, new FitOptions().epochs(1).batchSize(rows).verbose(0));
    } catch (AnnotronException expected) {
      // Diverged, or a target that the loss does not take: said by name.
      assertThat(expected).as(source).hasMessageContaining("expected");
    } catch (RuntimeException | LinkageError failure) {
      throw new AssertionError(source, failure);
    }
    assertThat(List.copyOf(model.weights().names())).as(source).doesNotHaveDuplicates();
  }
}

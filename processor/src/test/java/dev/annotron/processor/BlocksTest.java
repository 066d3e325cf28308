package dev.annotron.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.TestCompiler.Result;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.Weights;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interfaces that are used as layers: in the same compilation, and compiled before. */
class BlocksTest {
  private static final JavaFileObject UNIT =
      TestCompiler.source(
          "Unit",
          """
          import dev.annotron.*;

          public interface Unit {
            @Input                                           Tensor x();
            @Dense(units = 3, activation = Activation.TANH)  Tensor hidden();
            @Add                                             Tensor result(Tensor x, Tensor hidden);
          }
          """);

  private static final JavaFileObject NETWORK =
      TestCompiler.source(
          "Line",
          """
          import dev.annotron.*;

          @Network
          @Train(loss = Loss.MEAN_SQUARED_ERROR)
          @Adam(learningRate = 0.05)
          public interface Line {
            @Input(3)                                     Tensor stem();
            @Block(Unit.class)                            Tensor first();
            @Block(value = Unit.class, repeat = 2)        Tensor more();
            @Shared("first") @Block(Unit.class)           Tensor again();
            @Frozen @Block(Unit.class)                    Tensor steady();
            @Dense(units = 1)                             Tensor answer();
          }
          """);

  @TempDir private Path output;

  private Model model() throws IOException, ReflectiveOperationException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {output.toUri().toURL()})) {
      return (Model) loader.loadClass("LineNet").getConstructor().newInstance();
    }
  }

  private void check() throws IOException, ReflectiveOperationException {
    Model model = model();
    assertThat(model.weights().names())
        .containsExactly(
            "first/hidden/kernel",
            "first/hidden/bias",
            "more/1/hidden/kernel",
            "more/1/hidden/bias",
            "more/2/hidden/kernel",
            "more/2/hidden/bias",
            "answer/kernel",
            "answer/bias",
            "steady/hidden/kernel",
            "steady/hidden/bias");
    float[][] x = {{0.1f, -0.2f, 0.3f}, {1, -1, 0.5f}};
    assertThat(model.predict(x[1])[0])
        .isCloseTo(byHand(model.weights(), x[1]), Offset.offset(1e-5f));

    float[] steady = model.weights().get("steady/hidden/kernel").toArray();
    Dataset data = Dataset.of(x, new float[] {1, -1});
    model.fit(data, new FitOptions().epochs(200).verbose(0));
    assertThat(model.evaluate(data).loss()).isLessThan(1e-3);
    assertThat(model.weights().get("steady/hidden/kernel").toArray()).containsExactly(steady);
  }

  private static float byHand(Weights weights, float[] x) {
    double[] y = {x[0], x[1], x[2]};
    for (String unit : new String[] {"first", "more/1", "more/2", "first", "steady"}) {
      float[] kernel = weights.get(unit + "/hidden/kernel").toArray();
      double[] sum = y.clone();
      for (int j = 0; j < 3; j++) {
        sum[j] += Math.tanh(y[0] * kernel[j] + y[1] * kernel[3 + j] + y[2] * kernel[6 + j]);
      }
      y = sum;
    }
    float[] kernel = weights.get("answer/kernel").toArray();
    return (float) (y[0] * kernel[0] + y[1] * kernel[1] + y[2] * kernel[2]);
  }

  @Test
  void blocksAreExpandedWithNamesAndWeightsOfTheirOwn() throws Exception {
    Result result = new TestCompiler(output).option("-Xlint:all").compile(NETWORK, UNIT);
    assertThat(result.messages(Kind.ERROR)).isEmpty();
    check();
  }

  @Test
  void blocksMayBeCompiledBefore() throws Exception {
    new TestCompiler(output).option("-parameters").compile(UNIT);
    assertThat(new TestCompiler(output).again().compile(NETWORK).messages(Kind.ERROR)).isEmpty();
    check();
  }

  @Test
  void compiledBlocksWithoutNamesOfParametersAreRefused() {
    new TestCompiler(output).compile(UNIT);
    assertThat(new TestCompiler(output).again().compile(NETWORK).messages(Kind.ERROR))
        .isNotEmpty()
        .allMatch(message -> message.contains("Unit compiled without the names of parameters"));
  }

  @Test
  void mistakesInCompiledBlocksAreShownAtTheUse() {
    JavaFileObject wrong =
        TestCompiler.source(
            "Unit",
            """
            import dev.annotron.*;

            public interface Unit {
              @Input             Tensor x();
              @Dense(units = 0)  Tensor hidden();
            }
            """);
    new TestCompiler(output).compile(wrong);
    Result result = new TestCompiler(output).again().compile(NETWORK);
    assertThat(result.diagnostics()).hasSize(4).allMatch(one -> one.getLineNumber() > 0);
    assertThat(result.messages(Kind.ERROR).getFirst())
        .startsWith("[ANNOTRON-ATTRIBUTE-RANGE] first/hidden: units of @Dense is 0");
  }
}

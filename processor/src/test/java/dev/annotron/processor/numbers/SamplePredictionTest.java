package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.runtime.Model;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single samples of small networks go from array to array in code of their own. */
final class SamplePredictionTest {
  private static final String STRAIGHT = "implements SampleProgram<float[]>";

  static Stream<ModelSpec> straight() {
    return Stream.of(Examples.xor(), Examples.residual(), classes(), several(), likeNumbers());
  }

  private static ModelSpec classes() {
    return new NetworkBuilder("Classes")
        .input("x", 3)
        .dense("h", 6, Activation.TANH)
        .dense("h2", 6, Activation.GELU)
        .dense("out", 3, Activation.SOFTMAX)
        .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
        .build();
  }

  /** The first output comes before the others and is read by them; the second has two rows. */
  private static ModelSpec several() {
    return new NetworkBuilder("Several")
        .input("x", 2)
        .dense("even", 1, Activation.SIGMOID)
        .output(Loss.BINARY_CROSSENTROPY, 1)
        .input("rows", 2, 3)
        .activate("shares", Activation.SOFTMAX)
        .output(Loss.CATEGORICAL_CROSSENTROPY, 1)
        .concatenate("both", -1, "x", "even")
        .dense("size", 2, Activation.LINEAR)
        .build();
  }

  /** Layers whose values would share names: {@code h1} of {@code h} and {@code 1} of {@code h1}. */
  private static ModelSpec likeNumbers() {
    return new NetworkBuilder("LikeNumbers")
        .input("weights", 2)
        .dense("h", 12, Activation.RELU)
        .dense("h1", 3, Activation.SOFTSIGN)
        .dense("Functions", 2, Activation.LINEAR)
        .build();
  }

  private static float[][] samples(ModelSpec spec) {
    int width = Workshop.network(spec, Variant.of(Compute.AUTO)).architecture().sampleSize();
    Random random = new Random(3);
    float[][] samples = new float[20][width];
    for (float[] sample : samples) {
      for (int i = 0; i < width; i++) {
        sample[i] = (float) random.nextGaussian();
      }
    }
    return samples;
  }

  @ParameterizedTest
  @MethodSource("straight")
  void oneByOneGivesTheBitsOfAllTogether(ModelSpec spec) {
    Variant variant = Variant.of(Compute.AUTO);
    assertThat(Workshop.source(spec, variant.options())).contains(STRAIGHT);
    Model model = Workshop.network(spec, variant).create(5);
    float[][] x = samples(spec);
    float[][] together = model.predict(x);
    for (int i = 0; i < x.length; i++) {
      float[] out = new float[together[i].length];
      model.predict(x[i], out);
      assertThat(out).isEqualTo(together[i]).isEqualTo(model.predict(x[i]));
    }
    assertThat(together[0]).isNotEqualTo(together[1]);
  }

  @Test
  void theArrayOfTheInputsMayTakeTheOutputs() {
    Model model = Workshop.network(classes(), Variant.of(Compute.AUTO)).create(5);
    for (float[] x : samples(classes())) {
      float[] expected = model.predict(x);
      model.predict(x, x);
      assertThat(x).isEqualTo(expected);
    }
  }

  @Test
  void networksThatNeedLoopsOrKernelsHaveNone() {
    assertThat(Workshop.source(Examples.small(), Variant.of(Compute.AUTO).options()))
        .doesNotContain(STRAIGHT);
    assertThat(Workshop.source(Examples.xor(), Variant.of(Compute.LOOP).options()))
        .doesNotContain(STRAIGHT);
    assertThat(Workshop.source(Examples.xor(), Variant.of(Compute.NATIVE).options()))
        .doesNotContain(STRAIGHT);
    assertThat(Workshop.source(Examples.digits(), Variant.of(Compute.UNROLLED).options()))
        .doesNotContain(STRAIGHT);
  }
}

package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.processor.numbers.Golden.ScheduleCase;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.runtime.network.Schedule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Learning rates by step, of the schedules that generated classes hold. */
final class GoldenSchedulesTest {
  /** Keras computes schedules in float, also in float64: of the largest rate. */
  private static final double FLOAT = 2e-7;

  @Test
  void generatedSchedulesAgree() {
    Map<String, ScheduleCase> cases = Subjects.byName(Golden.schedules(), ScheduleCase::name);
    assertThat(cases).hasSize(Golden.count("schedules"));
    Map<String, ModelSpec> models = new LinkedHashMap<>();
    cases.forEach((name, one) -> models.put(name, network(one)));
    Map<String, Network> networks = Subjects.networks(models, Variant.of(Compute.AUTO));
    Golden.run(
        "schedules",
        "generated",
        cases,
        one -> {
          Schedule schedule = networks.get(one.name()).architecture().optimizer().schedule();
          double[] found = Arrays.stream(one.steps()).mapToDouble(schedule::at).toArray();
          Close.check("rates", found, one.values(), FLOAT);
        });
  }

  private static ModelSpec network(ScheduleCase one) {
    NetworkBuilder network =
        new NetworkBuilder("Golden").input("x", 1).dense("d", 1, Activation.LINEAR);
    String kind = kind(one.name());
    Map<String, Object> written = new TreeMap<>(Annotations.defaults(kind));
    one.config().forEach((name, value) -> write(written, name, value));
    return network.beside(kind, written).build();
  }

  private static String kind(String name) {
    return switch (name.replaceFirst("_(staircase|warmup)$", "")) {
      case "exponential" -> "ExponentialDecay";
      case "inverse_time" -> "InverseTimeDecay";
      case "polynomial" -> "PolynomialDecay";
      case "cosine" -> "CosineDecay";
      case "cosine_restarts" -> "CosineDecayRestarts";
      case "piecewise" -> "PiecewiseConstantDecay";
      default -> throw new AssertionError(name);
    };
  }

  private static void write(Map<String, Object> written, String name, Object value) {
    switch (name) {
      case "initial" -> written.put("initialLearningRate", value);
      case "rate" -> written.put("decayRate", value);
      case "end" -> written.put("endLearningRate", value);
      case "decay_steps" -> written.put("decaySteps", integer(value));
      case "first_decay_steps" -> written.put("firstDecaySteps", integer(value));
      case "warmup_steps" -> written.put("warmupSteps", integer(value));
      case "warmup_target" -> written.put("warmupTarget", value);
      case "t_mul" -> written.put("tMul", value);
      case "m_mul" -> written.put("mMul", value);
      case "boundaries" ->
          written.put(name, ((List<?>) value).stream().map(GoldenSchedulesTest::integer).toList());
      default -> written.put(name, value);
    }
  }

  private static Integer integer(Object value) {
    return ((Double) value).intValue();
  }
}

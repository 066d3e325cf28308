package dev.annotron.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Split;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {
  private final Split parts = Dataset.of(new float[8][1], new float[8]).split(0.5);
  private final FitOptions options = new FitOptions().epochs(3);

  @Test
  void aGridTriesAllCombinations() {
    SearchResult result =
        Search.grid()
            .vary("learningRate", FitOptions::learningRate, 0.5, 0.25)
            .vary("batchSize", FitOptions::batchSize, 1, 2, 4)
            .run(parts, Means::new, options);
    Set<Map<String, String>> tried =
        result.trials().stream().map(Trial::values).collect(Collectors.toSet());
    assertThat(tried).hasSize(6).contains(Map.of("learningRate", "0.5", "batchSize", "4"));
    FitOptions best = result.best().options();
    assertThat(best.learningRate()).hasValue(0.25);
    assertThat(best.batchSize()).isEqualTo(1);
    assertThat(best.epochs()).isEqualTo(3);
    assertThat(best.verbose()).isZero();
    assertThat(result.toString().lines().map(String::strip).toList().getFirst())
        .isEqualTo("learningRate  batchSize    loss  accuracy  val_loss  val_accuracy");
    assertThat(result.toString().lines()).hasSize(7);
  }

  @Test
  void theLargestCanBeBest() {
    Search search = Search.grid().vary("learningRate", FitOptions::learningRate, 0.5, 1.0, 0.25);
    assertThat(search.maximize("accuracy").run(parts, Means::new, options).best().values())
        .containsEntry("learningRate", "1.0");
    assertThat(search.minimize("accuracy").run(parts, Means::new, options).best().values())
        .containsEntry("learningRate", "0.25");
  }

  @Test
  void chanceDependsOnTheSeedAlone() {
    Search search =
        Search.random(20)
            .range("learningRate", FitOptions::learningRate, 1e-4, 1)
            .vary("batchSize", FitOptions::batchSize, 1, 2);
    String expected = search.threads(1).run(parts, Means::new, options).toString();
    assertThat(search.threads(5).run(parts, Means::new, options)).hasToString(expected);
    assertThat(search.seed(1).run(parts, Means::new, options).toString()).isNotEqualTo(expected);
    List<Double> rates =
        search.run(parts, Means::new, options).trials().stream()
            .map(trial -> trial.options().learningRate().orElseThrow())
            .toList();
    assertThat(rates).allMatch(rate -> rate >= 1e-4 && rate <= 1);
    // Evenly in the logarithm: about half lie below the middle of the exponents.
    assertThat(rates.stream().filter(rate -> rate < 1e-2).count()).isBetween(4L, 16L);
  }

  @Test
  void divergedTrainingsAreTheWorst() {
    Search search = Search.grid().vary("learningRate", FitOptions::learningRate, 99.0, 0.5);
    SearchResult result = search.run(parts, Means::new, options);
    assertThat(result.best().values()).containsEntry("learningRate", "0.5");
    assertThat(result.trials().getLast().model()).isNull();
    assertThat(result.toString()).contains("diverged");
    Search worst = Search.grid().vary("learningRate", FitOptions::learningRate, 99.0);
    assertThatThrownBy(() -> worst.run(parts, Means::new, options).best())
        .isInstanceOf(AnnotronException.class)
        .hasMessageContaining("all 1 trainings diverged");
  }

  @Test
  void refusesWhatCannotVary() {
    assertThatThrownBy(() -> Search.random(0)).hasMessageContaining("trials is 0");
    assertThatThrownBy(() -> Search.grid().<Integer>vary("epochs", FitOptions::epochs))
        .hasMessageContaining("epochs has no value");
    assertThatThrownBy(() -> Search.grid().range("rate", FitOptions::learningRate, 1, 2))
        .hasMessageContaining("in a grid");
    assertThatThrownBy(() -> Search.random(1).range("rate", FitOptions::learningRate, 2, 1))
        .hasMessageContaining("rate varies from 2.0 to 1.0");
    Integer[] many = IntStream.rangeClosed(1, 2000).boxed().toArray(Integer[]::new);
    Search huge =
        Search.grid()
            .vary("a", FitOptions::epochs, many)
            .vary("b", FitOptions::epochs, many)
            .vary("c", FitOptions::epochs, many);
    assertThatThrownBy(() -> huge.run(parts, Means::new, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a grid of 8000000000 trials; expected at most 1000000");
  }

  @Test
  void namesWhatIsMeasured() {
    Search alone = Search.grid().maximize("acuracy");
    assertThatThrownBy(() -> alone.run(parts, Means::new, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("acuracy");
  }
}

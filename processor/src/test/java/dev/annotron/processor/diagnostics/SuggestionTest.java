package dev.annotron.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "'', abc, 3",
    "abc, '', 3",
    "kitten, sitting, 3",
    "hidden, hiden, 1",
    "hidden, HIDDEN, 0",
    "abc, xyz, 3",
    "ab, ba, 2"
  })
  void countsTheLettersThatDiffer(String from, String to, int distance) {
    assertThat(Suggestion.distance(from, to)).isEqualTo(distance);
  }

  @Test
  void takesTheNearest() {
    assertThat(Suggestion.nearest("hiden2", List.of("hidden1", "hidden2", "bits")))
        .contains("hidden2");
  }

  @Test
  void takesNoneThatIsFar() {
    assertThat(Suggestion.nearest("shortcut", List.of("hidden", "bits"))).isEmpty();
    assertThat(Suggestion.nearest("x", List.of())).isEmpty();
  }

  @Test
  void aShortNameMayHaveOneWrongLetter() {
    assertThat(Suggestion.nearest("x", List.of("y"))).contains("y");
    assertThat(Suggestion.nearest("ab", List.of("xy"))).isEmpty();
  }
}

package dev.annotron.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "-1, -1",
    "0.1, 0.1",
    "-0.0, 0",
    "1e15, 1e15",
    "123456789, 123456789",
    "1.5e-7, 1.5e-7",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void areWrittenAsPeopleDo(double value, String words) {
    assertThat(Numbers.found(value)).isEqualTo(words);
  }

  @Test
  void areToldAsFloatsWhereThatIsTheMistake() {
    assertThat(Numbers.found(1e300)).isEqualTo("1e300, as a float infinite");
    assertThat(Numbers.found(-1e39)).isEqualTo("-1e39, as a float infinite");
    assertThat(Numbers.found(0.9999999999)).isEqualTo("0.9999999999, as a float 1");
    assertThat(Numbers.found(1e-60)).isEqualTo("1e-60, as a float 0");
  }

  @Test
  void othersStayAsTheyAre() {
    assertThat(Numbers.found(7)).isEqualTo("7");
    assertThat(Numbers.found(List.of(1, 2))).isEqualTo("[1, 2]");
  }
}

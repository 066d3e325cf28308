package dev.annotron.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0000",
    "0.5, 0.5000",
    "0.00999999, 0.0100",
    "-0.25, -0.2500",
    "1234.56789, 1234.5679",
    "1.5e-7, 1.5E-7",
    "-3e9, -3.0E9",
    "0.001, 0.0010",
    "1.25e76, 1.25E76",
    "-1e39, -1.0E39",
    "1.5e-40, 1.5E-40",
    "-2e-300, -2.0E-300",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void textIsShort(double value, String text) {
    assertThat(Numbers.text(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2.5, 0, 3",
    "0.04, 1, 0.0",
    "-0.04, 1, 0.0",
    "9.96, 1, 10.0",
    "0.05, 2, 0.05",
    "7, 3, 7.000"
  })
  void fixedRounds(double value, int decimals, String text) {
    assertThat(Numbers.fixed(value, decimals)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "999, 999", "39760, '39,760'", "-1234567, '-1,234,567'", "-999, -999"})
  void groupsAreOfThree(long value, String text) {
    assertThat(Numbers.grouped(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1536, 1.5 KiB",
    "159040, 155.3 KiB",
    "1073741824, 1.0 GiB"
  })
  void sizesHaveUnits(long value, String text) {
    assertThat(Numbers.bytes(value)).isEqualTo(text);
  }
}

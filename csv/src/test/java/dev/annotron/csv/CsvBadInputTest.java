package dev.annotron.csv;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBadInputTest {
  @TempDir Path directory;

  private AbstractThrowableAssert<?, ?> refused(String text, Consumer<Csv> read) {
    Path file = directory.resolve("t.csv");
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return assertThatThrownBy(() -> read.accept(Csv.read(file))).isInstanceOf(DataException.class);
  }

  private AbstractThrowableAssert<?, ?> refused(String text) {
    return refused(text, csv -> csv.target("y")).hasMessageContaining("t.csv");
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(() -> Csv.read(directory.resolve("none.csv")).target("y"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no file")
        .hasMessageContaining("none.csv");
  }

  @Test
  void refusesADirectory() {
    assertThatThrownBy(() -> Csv.read(directory).target("y"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(directory + " cannot be read: Is a directory; expected")
        .hasCauseInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(chars = {'"', '\n', '\r'})
  void refusesSeparatorsWithAnotherMeaning(char separator) {
    Csv csv = Csv.read(directory.resolve("none.csv"));

    assertThatThrownBy(() -> csv.separator(separator))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("The separator is ")
        .hasMessageEndingWith(
            "; expected a character that divides the fields of a line."
                + " Use the one in the file, such as ';' or '\\t'.");
  }

  @Test
  void saysWhatIsTooLarge() {
    refused("y" + ",".repeat(17_000)).hasMessageContaining("at most 16,384 fields");
    refused("a,y\n" + "1".repeat(17 << 20) + ",1\n")
        .hasMessageContaining("fields of up to 16 MiB")
        .hasMessageContaining("for larger lines use Dataset.builder");
  }

  @Test
  void refusesEmptyFilesAndBareHeaders() {
    refused("").hasMessageContaining("is empty");
    refused("\n\n").hasMessageContaining("is empty");
    refused("a,y\n").hasMessageContaining("no line below its header");
    refused("a,y\n", csv -> csv.targetClasses("y")).hasMessageContaining("no line below");
  }

  @Test
  void missesAHeader() {
    refused("1,2\n3,4\n").hasMessageContaining("begins with the numbers [1, 2]");
  }

  @Test
  void refusesTwoColumnsOfOneName() {
    refused("a,a,y\n1,2,3\n").hasMessageContaining("two columns called \"a\"");
  }

  @Test
  void guessesAMissingColumn() {
    refused("cement,strength\n1,2\n", csv -> csv.target("strenght"))
        .hasMessageContaining("no column \"strenght\"")
        .hasMessageContaining("[cement, strength]")
        .hasMessageContaining("Did you mean \"strength\"?");
    refused("cement,y\n1,2\n", csv -> csv.features("Cement").target("y"))
        .hasMessageContaining("Did you mean \"cement\"?");
    refused("cement,y\n1,2\n", csv -> csv.featuresExcept("age").target("y"))
        .hasMessageContaining("no column \"age\"")
        .hasMessageNotContaining("Did you mean");
  }

  @Test
  void guessesAnotherSeparator() {
    refused("a;b;y\n1;2;3\n").hasMessageContaining("separator(';')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"high", "1,5", "1.5f", "0x10", "NaN", "nan", "Infinity", "-inf", "1e", ".", "1 2"})
  void refusesText(String cell) {
    refused("a,b,y\n1,2,3\n4,\"" + cell + "\",6\n")
        .hasMessageContaining("line 3, column \"b\", is \"" + cell + "\"; expected a finite");
  }

  @Test
  void refusesNumbersBeyondFloat() {
    refused("a,y\n1e39,1\n").hasMessageContaining("line 2, column \"a\", is \"1e39\"");
  }

  @Test
  void refusesEmptyCells() {
    refused("a,b,y\n1,,3\n").hasMessageContaining("line 2, column \"b\", is empty");
    refused("a,b,y\n1,2,  \n").hasMessageContaining("line 2, column \"y\", is empty");
    refused("a,y\n1,\n", csv -> csv.targetClasses("y")).hasMessageContaining("is empty");
  }

  @Test
  void refusesRaggedLines() {
    refused("a,b,y\n1,2,3\n\n4,5\n")
        .hasMessageContaining("line 4, has 2 fields; expected 3 as in its first line");
    refused("a,b,y\n1,2,3,4\n").hasMessageContaining("line 2, has 4 fields");
  }

  @Test
  void refusesAnOpenQuote() {
    refused("a,y\n\"1,2\n3,4\n").hasMessageContaining("t.csv");
  }

  @Test
  void refusesColumnsInTwoPlaces() {
    refused("a,y\n1,2\n", csv -> csv.features("a", "y").target("y"))
        .hasMessageContaining("both feature and target");
    refused("a,y\n1,2\n", csv -> csv.features("a", "a").target("y")).hasMessageContaining("twice");
    refused("a,y\n1,2\n", csv -> csv.target("y", "y")).hasMessageContaining("twice");
  }

  @Test
  void refusesNoColumns() {
    refused("a,y\n1,2\n", Csv::target).hasMessageContaining("No target column");
    refused("y\n2\n").hasMessageContaining("no column left for the features");
    refused("a,y\n1,2\n", csv -> csv.features().target("y"))
        .hasMessageContaining("no column left for the features");
  }

  @Test
  void refusesUnknownClasses() {
    refused("a,y\n1,yes\n2,perhaps\n", csv -> csv.targetClasses("y", List.of("yes", "no")))
        .hasMessageContaining("line 3, column \"y\", is \"perhaps\"; expected one of [yes, no]");
    refused("a,y\n1,yes\n", csv -> csv.targetClasses("y", List.of("yes", "yes")))
        .hasMessageContaining("twice");
  }
}

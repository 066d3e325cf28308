package dev.annotron.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeBadInputTest {
  @TempDir Path directory;
  private final Recipe recipe = Recipe.target("y");

  private Table table(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, text);
    return Csv.read(file).table();
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(DataException.class);
  }

  @Test
  void refusesGapsUnlessToldOtherwise() throws IOException {
    Table table = table("t.csv", "a,y\n1,1\n,2\n");
    refused(() -> recipe.fit(table))
        .hasMessageContaining("t.csv, line 3, column \"a\", is empty; expected a value")
        .hasMessageContaining("missing(median(), \"a\")");
    refused(() -> recipe.missingTexts("1").fit(table))
        .hasMessageContaining("line 2, column \"a\", is \"1\", a missing value");
  }

  @Test
  void namesAPolicyForTheColumn() throws IOException {
    Table table = table("t.csv", "a,y\nx,1\n,2\n");
    refused(() -> Recipe.target("y").oneHot("a").fit(table))
        .hasMessageContaining("missing(constant(\"unknown\"), \"a\")");
    Encoder encoder = Recipe.target("y").oneHot("a").missing(Missing.dropRow()).fit(table);
    refused(() -> encoder.encode(Map.of("a", "")))
        .hasMessageContaining("missing(constant(\"unknown\"), \"a\")");
  }

  @Test
  void refusesGapsInTargets() throws IOException {
    Table table = table("t.csv", "a,y\n1,1\n2,\n");
    refused(() -> recipe.missing(Missing.mean()).fit(table).encode(table))
        .hasMessageContaining("line 3, column \"y\", is empty")
        .hasMessageContaining("dropRow()");
    refused(() -> recipe.missing(Missing.mean(), "y").fit(table))
        .hasMessageContaining("The target \"y\" has the policy mean()");
  }

  @Test
  void namesTheTextInANumberColumn() throws IOException {
    Table table = table("t.csv", "a,y\n1,1\nmany,2\n");
    refused(() -> recipe.fit(table))
        .hasMessageContaining("t.csv, line 3, column \"a\", is \"many\"; expected a finite number")
        .hasMessageContaining("oneHot(...)");
    Table target = table("u.csv", "a,y\n1,1\n2,much\n");
    refused(() -> recipe.fit(target).encode(target))
        .hasMessageContaining("u.csv, line 3, column \"y\", is \"much\"");
    Table large = table("v.csv", "a,y\n1e39,1\n");
    refused(() -> recipe.fit(large)).hasMessageContaining("expected at most 3.4028235E38");
  }

  @Test
  void namesAnUnknownCategory() throws IOException {
    Table train = table("t.csv", "a,y\nred,1\nblue,2\n");
    Table test = table("u.csv", "a,y\nred,1\ngreen,2\n");
    Encoder encoder = recipe.oneHot("a").fit(train);
    refused(() -> encoder.encode(test))
        .hasMessageContaining("u.csv, line 3, column \"a\", is \"green\", an unknown category")
        .hasMessageContaining("[blue, red]");
    refused(() -> encoder.encode(Map.of("a", "green")))
        .hasMessageContaining("Column \"a\" of the sample is \"green\", an unknown category");
  }

  /** Read with question marks, two towns would be one. */
  @Test
  void refusesOtherEncodings() throws IOException {
    Path file = directory.resolve("t.csv");
    Files.write(file, "town,y\nZ\u00fcg,1\nZ\u00f6g,2\n".getBytes(StandardCharsets.ISO_8859_1));
    Table table = Csv.read(file).table();
    refused(() -> Recipe.target("y").oneHot("town").fit(table))
        .hasMessageContaining("t.csv, line 2, column \"town\", is \"Z")
        .hasMessageContaining("no UTF-8; expected a file in UTF-8. Save it as UTF-8.");
  }

  @Test
  void namesAnUnknownClass() throws IOException {
    Table train = table("t.csv", "a,y\n1,yes\n2,no\n");
    Table test = table("u.csv", "a,y\n1,perhaps\n");
    Encoder encoder = Recipe.targetClasses("y").fit(train);
    refused(() -> encoder.encode(test))
        .hasMessageContaining("u.csv, line 2, column \"y\", is \"perhaps\", an unknown class")
        .hasMessageContaining("[no, yes]");
  }

  @Test
  void namesMissingColumns() throws IOException {
    Table train = table("t.csv", "size,b,y\n1,2,3\n");
    Table test = table("u.csv", "sise,b,y\n1,2,3\n");
    refused(() -> recipe.fit(train).encode(test))
        .hasMessageContaining("u.csv has no column \"size\"")
        .hasMessageContaining("Did you mean \"sise\"?");
    refused(() -> Recipe.target("z").fit(train)).hasMessageContaining("no column \"z\"");
    refused(() -> recipe.oneHot("sizes").fit(train))
        .hasMessageContaining("The recipe names the column \"sizes\"")
        .hasMessageContaining("Did you mean \"size\"?");
    refused(() -> recipe.fit(train).encode(Map.of("size", "1")))
        .hasMessageContaining("Column \"b\" of the sample is not there");
    refused(() -> train.texts("c")).hasMessageContaining("no column \"c\"");
  }

  @Test
  void refusesFillsThatMakeNoSense() throws IOException {
    Table table = table("t.csv", "a,b,y\n,red,1\n,blue,2\n");
    refused(() -> recipe.oneHot("b").missing(Missing.mean(), "a").fit(table))
        .hasMessageContaining("Column \"a\" has no value in the training part");
    refused(() -> recipe.oneHot("b").missing(Missing.median(), "b").fit(table))
        .hasMessageContaining("Column \"b\" holds categories and has the policy median()");
    refused(() -> recipe.oneHot("b").missing(Missing.constant("none"), "a").fit(table))
        .hasMessageContaining("Column \"a\" holds numbers and has the policy constant(none)");
    refused(() -> Missing.constant(Double.NaN)).hasMessageContaining("is NaN");
    refused(() -> recipe.oneHot("b").missing(Missing.dropRow()).fit(table))
        .hasMessageContaining("dropRow() leaves no line");
  }

  @Test
  void refusesGapsInSamplesWhoseLineWouldBeLeftOut() throws IOException {
    Table table = table("t.csv", "a,y\n1,1\n,2\n");
    Encoder encoder = recipe.missing(Missing.dropRow()).fit(table);
    refused(() -> encoder.encode(Map.of("a", " "))).hasMessageContaining("is empty");
    Table gaps = table("u.csv", "a,y\n,1\n");
    refused(() -> encoder.encode(gaps)).hasMessageContaining("leaves nothing of 1 line of");
  }

  @Test
  void refusesValuesThatScalingMakesInfinite() throws IOException {
    Table train = table("t.csv", "a,y\n0,1\n1e-30,2\n");
    Table test = table("u.csv", "a,y\n1e30,1\n");
    refused(() -> recipe.minMax().fit(train).encode(test))
        .hasMessageContaining("u.csv, line 2, column \"a\", is 1e30, scaled Infinity");
  }

  @Test
  void refusesEmptyClassesAndTooManyFolds() throws IOException {
    Table table = table("t.csv", "a,kind,y\n1,x,1\n2,x,2\n3,z,3\n");
    refused(() -> table.stratifiedSplit("kind", 0.5, 1))
        .hasMessageContaining("Class z has 1 sample and would be empty");
    refused(() -> table.stratifiedFolds("kind", 2, 1))
        .hasMessageContaining("Class z has 1 sample and would be empty in some of 2");
    refused(() -> table.folds(4, 1)).hasMessageContaining("4 folds of 3 samples");
    refused(() -> table.folds(1, 1)).hasMessageContaining("1 folds of 3 samples");
    refused(() -> table.split(0, 1)).hasMessageContaining("above 0 and below 1");
    refused(() -> table.split(0.01, 1)).hasMessageContaining("leaves one part empty");
  }

  @Test
  void seesThatTheFileChanged() throws IOException {
    Table table = table("t.csv", "a,y\n1,1\n2,2\n3,3\n");
    Files.writeString(directory.resolve("t.csv"), "a,y\n1,1\n");
    refused(() -> recipe.fit(table)).hasMessageContaining("has 1 lines below its header");
  }

  @Test
  void refusesABareHeader() {
    refused(() -> table("t.csv", "a,y\n")).hasMessageContaining("no line below its header");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "annotron encoder,2\nmissing,\ntargets,y\ndrop\nNUMBER,a,REFUSE,0,0,1\n",
        "annotron encoder,1\nmissing,\n",
        "annotron encoder,1\nmissing,\ntargets,y\ndrop\n",
        "annotron encoder,1\nmissing,\ntargets,y\ndrop\nNUMBER,a\n",
        "annotron encoder,1\nmissing,\ntargets,y\ndrop\nNUMBER,a,REFUSE,0,0,NaN\n",
        "annotron encoder,1\nmissing,\ntargets,y\ndrop\nNUMBER,a,REFUSE,0,0,x\n",
        "annotron encoder,1\nmissing,\ntargets,y\ndrop\nTEXT,a,REFUSE,0,0,1\n",
        "a,y\n1,2\n",
        "\"annotron"
      })
  void refusesDamagedEncoders(String text) throws IOException {
    Path file = directory.resolve("e.csv");
    Files.writeString(file, text);
    refused(() -> Encoder.load(file))
        .hasMessageContaining("e.csv is no encoder, or damaged")
        .hasMessageContaining("expected a file that Encoder.save wrote");
  }

  @Test
  void namesAMissingEncoder() {
    refused(() -> Encoder.load(directory.resolve("none")))
        .hasMessageStartingWith("There is no file " + directory.resolve("none") + "; expected")
        .hasCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void leavesNothingBehindWhenItCannotSave() throws IOException {
    Encoder encoder = recipe.fit(table("t.csv", "a,y\n1,1\n"));
    Path place = Files.createDirectory(directory.resolve("e"));
    assertThatThrownBy(() -> encoder.save(place))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a directory");
    assertThatThrownBy(() -> encoder.save(directory.resolve("none/e.csv")))
        .isInstanceOf(IOException.class);
    assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
  }
}

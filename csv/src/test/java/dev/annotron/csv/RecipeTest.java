package dev.annotron.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {
  private static final String FLATS =
      """
      city,rooms,age,id,rent
      Bern,2,10,7,1000
      Basel,4,,8,2000
      Bern,3,NA,9,1500
      Chur,5,40,6,1800
      """;

  @TempDir Path directory;

  private Table table(String text) throws IOException {
    Path file = directory.resolve("flats.csv");
    Files.writeString(file, text);
    return Csv.read(file).featuresExcept("id").table();
  }

  private static Recipe recipe() {
    return Recipe.target("rent").oneHot("city").missingTexts("NA");
  }

  private static float[][] rows(Dataset data) {
    float[][] rows = new float[data.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = data.x(i);
    }
    return rows;
  }

  @Test
  void codesCategoriesAndFillsGaps() throws IOException {
    Table flats = table(FLATS);
    Dataset data = recipe().missing(Missing.mean(), "age").fit(flats).encode(flats);

    assertThat(data.featureNames())
        .containsExactly("city=Basel", "city=Bern", "city=Chur", "rooms", "age");
    assertThat(rows(data))
        .isDeepEqualTo(
            new float[][] {{0, 1, 0, 2, 10}, {1, 0, 0, 4, 25}, {0, 1, 0, 3, 25}, {0, 0, 1, 5, 40}});
    assertThat(data.y(3)).containsExactly(1800);
    assertThat(data.targetNames()).containsExactly("rent");
  }

  @Test
  void numbersCategories() throws IOException {
    Table flats = table(FLATS);
    Recipe recipe = Recipe.target("rent").index("city").missingTexts("NA");
    Dataset data = recipe.missing(Missing.constant(-1)).fit(flats).encode(flats);

    assertThat(rows(data))
        .isDeepEqualTo(new float[][] {{1, 2, 10}, {0, 4, -1}, {1, 3, -1}, {2, 5, 40}});
  }

  @Test
  void leavesLinesOutAndCountsThem() throws IOException {
    Table flats = table(FLATS);
    Encoder encoder = recipe().missing(Missing.dropRow()).fit(flats);

    assertThat(encoder.encode(flats).size()).isEqualTo(2);
    assertThat(encoder.dropped(flats)).isEqualTo(2);
    // What only lines hold that are left out was not learned.
    assertThat(encoder.featureNames()).doesNotContain("city=Basel");
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() throws IOException {
    Table table = table("id,a,y\n1,1,0\n2,2,0\n3,4,0\n4,100,0\n5,,0\n");
    Dataset data = Recipe.target("y").missing(Missing.median()).fit(table).encode(table);
    assertThat(data.x(4)).containsExactly(3);
  }

  @Test
  void aTextThatFillsGapsIsACategory() throws IOException {
    Table table = table("id,a,y\n1,red,0\n2,,1\n");
    Encoder encoder =
        Recipe.target("y").oneHot("a").missing(Missing.constant("unknown"), "a").fit(table);
    assertThat(encoder.featureNames()).containsExactly("a=red", "a=unknown");
    assertThat(rows(encoder.encode(table))).isDeepEqualTo(new float[][] {{1, 0}, {0, 1}});
  }

  @Test
  void aGeneralPolicyIsForTheColumnsThatItFits() throws IOException {
    Table table = table("id,a,b,y\n1,red,4,0\n2,,,1\n");
    Recipe recipe = Recipe.target("y").oneHot("a").missing(Missing.constant("unknown"));
    Dataset data = recipe.missing(Missing.mean()).fit(table).encode(table);
    assertThat(data.x(1)).containsExactly(0, 1, 4);
  }

  @Test
  void standardizesFilledNumbersAndNothingElse() throws IOException {
    Table flats = table(FLATS);
    Recipe recipe = recipe().missing(Missing.mean()).standardize();
    Dataset data = recipe.fit(flats).encode(flats);

    for (int column = 3; column < 5; column++) {
      double sum = 0;
      double squares = 0;
      for (float[] row : rows(data)) {
        sum += row[column];
        squares += row[column] * row[column];
      }
      assertThat(sum).isCloseTo(0, within(1e-6));
      assertThat(squares / 4).isCloseTo(1, within(1e-6));
    }
    assertThat(data.x(0)).startsWith(0, 1, 0);
  }

  @Test
  void bringsNumbersToARange() throws IOException {
    Table table = table("id,a,b,y\n1,10,5,0\n2,20,5,0\n3,15,5,0\n");
    Dataset data = Recipe.target("y").minMax().fit(table).encode(table);
    assertThat(rows(data)).isDeepEqualTo(new float[][] {{0, 0}, {1, 0}, {0.5f, 0}});
  }

  @Test
  void numbersClassesInTheOrderOfTheirNames() throws IOException {
    Table table = table("id,a,kind\n1,1,pear\n2,2,apple\n3,3,pear\n");
    Encoder encoder = Recipe.targetClasses("kind").fit(table);
    Dataset data = encoder.encode(table);
    assertThat(encoder.classNames()).containsExactly("apple", "pear");
    assertThat(data.classNames()).containsExactly("apple", "pear");
    assertThat(data.y(0)).containsExactly(1);
  }

  /** The same training lines beside two test parts as different as can be: nothing may change. */
  @Test
  void learnsNothingFromTheTestPart() throws IOException {
    assertThat(trained("7", "3", "Bern")).isDeepEqualTo(trained("-1e6", "1e7", "Basel"));
  }

  private float[][] trained(String age, String rooms, String city) throws IOException {
    StringBuilder text = new StringBuilder("city,rooms,age,id,rent\n");
    for (int i = 0; i < 20; i++) {
      text.append(i % 2 == 0 ? "Bern" : "Basel").append(',').append(i).append(',');
      text.append(i % 3 == 0 ? "" : i * i).append(',').append(i).append(",1\n");
    }
    TableSplit parts = table(text.toString()).split(0.7, 5);
    List<String> tested = parts.test().texts("id");
    StringBuilder changed = new StringBuilder("city,rooms,age,id,rent\n");
    text.toString()
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String id = line.split(",")[3];
              changed.append(
                  tested.contains(id)
                      ? city + "," + rooms + "," + age + "," + id + ",1\n"
                      : line + "\n");
            });
    TableSplit again = table(changed.toString()).split(0.7, 5);
    Recipe recipe = Recipe.target("rent").oneHot("city").missing(Missing.median()).standardize();
    Split data = recipe.fit(again.train()).encode(again);
    assertThat(data.train().size()).isEqualTo(14);
    assertThat(data.test().size()).isEqualTo(6);
    return rows(data.train());
  }

  @Test
  void encodesSamplesAsItEncodesLines() throws IOException {
    Table flats = table(FLATS);
    Encoder encoder = recipe().missing(Missing.median()).standardize().fit(flats);
    assertThat(encoder.encode(Map.of("city", "Basel", "rooms", "4", "age", "")))
        .containsExactly(encoder.encode(flats).x(1));
  }

  @Test
  void encodesTheSameAfterSavingAndLoading() throws IOException {
    Table flats = table(FLATS);
    Recipe recipe =
        Recipe.targetClasses("rent").index("city").missingTexts("NA").missing(Missing.mean());
    for (Recipe each : List.of(recipe, recipe.standardize(), recipe.minMax().oneHot("city"))) {
      Encoder encoder = each.fit(flats);
      Path file = directory.resolve("encoder.csv");
      encoder.save(file);
      Encoder loaded = Encoder.load(file);
      assertThat(rows(loaded.encode(flats))).isDeepEqualTo(rows(encoder.encode(flats)));
      assertThat(loaded.encode(flats).y(2)).containsExactly(encoder.encode(flats).y(2));
      assertThat(loaded.classNames()).isEqualTo(encoder.classNames());
      assertThat(loaded.featureNames()).isEqualTo(encoder.featureNames());
    }
  }

  @Test
  void keepsNamesWithCommasAndQuotes() throws IOException {
    Table table = table("id,\"a,\"\"b\"\"\",y\n1,\"x, y\",0\n2,\"\",1\n");
    Recipe recipe = Recipe.target("y").oneHot("a,\"b\"").missing(Missing.constant(""));
    Encoder encoder = recipe.fit(table);
    encoder.save(directory.resolve("e.csv"));
    assertThat(Encoder.load(directory.resolve("e.csv")).featureNames())
        .containsExactly("a,\"b\"=", "a,\"b\"=x, y");
  }

  @Test
  void foldsAndStratifiedSplitsCoverTheTable() throws IOException {
    StringBuilder text = new StringBuilder("id,kind,y\n");
    for (int i = 0; i < 30; i++) {
      text.append(i).append(i % 3 == 0 ? ",rare" : ",common").append(",0\n");
    }
    Table table = table(text.toString());
    TableSplit parts = table.stratifiedSplit("kind", 0.8, 1);
    assertThat(parts.train().texts("kind").stream().filter("rare"::equals)).hasSize(8);
    assertThat(parts.test().texts("kind").stream().filter("rare"::equals)).hasSize(2);
    assertThat(
            table.folds(4, 2).stream().flatMap(fold -> fold.test().texts("id").stream()).toList())
        .containsExactlyInAnyOrderElementsOf(table.texts("id"));
    for (TableSplit fold : table.stratifiedFolds("kind", 5, 3)) {
      assertThat(fold.test().texts("kind").stream().filter("rare"::equals)).hasSize(2);
      assertThat(fold.train().size() + fold.test().size()).isEqualTo(30);
    }
  }
}

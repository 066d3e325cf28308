package dev.annotron.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
  private static final String CONCRETE =
      """
      cement,slag,age,strength
      540.0,0.0,28,79.99
      332.5, 142.5 ,270,40.27
      198.6,132.4,360,44.3
      """;

  @TempDir Path directory;

  private Csv csv(String text) throws IOException {
    return Csv.read(Files.writeString(directory.resolve("t.csv"), text));
  }

  @Test
  void takesAllButTheTargetByDefault() throws IOException {
    Dataset data = csv(CONCRETE).target("strength");

    assertThat(data.size()).isEqualTo(3);
    assertThat(data.x(0)).containsExactly(540, 0, 28);
    assertThat(data.x(1)).containsExactly(332.5f, 142.5f, 270);
    assertThat(data.y(2)).containsExactly(44.3f);
    assertThat(data.featureNames()).containsExactly("cement", "slag", "age");
    assertThat(data.targetNames()).containsExactly("strength");
  }

  @Test
  void takesNamedFeaturesInTheirOrder() throws IOException {
    Dataset data = csv(CONCRETE).features("age", "cement").target("strength");

    assertThat(data.x(0)).containsExactly(28, 540);
    assertThat(data.featureNames()).containsExactly("age", "cement");
  }

  @Test
  void leavesFeaturesOut() throws IOException {
    Dataset data = csv(CONCRETE).featuresExcept("slag").target("strength");

    assertThat(data.featureNames()).containsExactly("cement", "age");
    assertThat(data.x(1)).containsExactly(332.5f, 270);
  }

  @Test
  void takesSeveralTargets() throws IOException {
    Dataset data = csv(CONCRETE).target("strength", "age");

    assertThat(data.y(0)).containsExactly(79.99f, 28);
    assertThat(data.x(0)).containsExactly(540, 0);
  }

  @Test
  void readsEveryFormOfNumber() throws IOException {
    Dataset data = csv("a,y\n-1,0\n+.5,0\n1e-3,0\n2.E2,0\n007,0\n").target("y");

    float[] found = new float[5];
    for (int i = 0; i < 5; i++) {
      found[i] = data.x(i)[0];
    }
    assertThat(found).containsExactly(-1, 0.5f, 1e-3f, 200, 7);
  }

  @Test
  void readsOtherSeparatorsQuotesAndLineEnds() throws IOException {
    assertThat(csv("a;y\r\n1;2\r\n").separator(';').target("y").y(0)).containsExactly(2);
    assertThat(csv("a\ty\n1\t2\n").separator('\t').target("y").x(0)).containsExactly(1);
    assertThat(csv("\"a, or b\",y\n\"1\",2\n").target("y").featureNames())
        .containsExactly("a, or b");
  }

  @Test
  void skipsAMarkAtTheBeginningAndEmptyLines() throws IOException {
    Dataset data = csv("\uFEFFa,y\n\n1,2\n\n3,4\n").target("y");

    assertThat(data.featureNames()).containsExactly("a");
    assertThat(data.size()).isEqualTo(2);
  }

  @Test
  void numbersClassesInSortedOrder() throws IOException {
    String iris = "width,species\n1,virginica\n2,setosa\n3,virginica\n4, versicolor\n";

    Dataset data = csv(iris).targetClasses("species");

    assertThat(data.classNames()).containsExactly("setosa", "versicolor", "virginica");
    assertThat(data.y(0)).containsExactly(2);
    assertThat(data.y(1)).containsExactly(0);
    assertThat(data.y(3)).containsExactly(1);
    assertThat(data.featureNames()).containsExactly("width");
  }

  @Test
  void numbersClassesAsTold() throws IOException {
    Dataset data = csv("a,y\n1,yes\n2,no\n").targetClasses("y", List.of("yes", "no", "maybe"));

    assertThat(data.y(0)).containsExactly(0);
    assertThat(data.y(1)).containsExactly(1);
    assertThat(data.classNames()).containsExactly("yes", "no", "maybe");
  }

  @Test
  void isNotChangedByItsOwnMethods() throws IOException {
    Csv csv = csv(CONCRETE);
    Csv narrower = csv.features("age");

    assertThat(csv.target("strength").featureCount()).isEqualTo(3);
    assertThat(narrower.target("strength").featureCount()).isEqualTo(1);
  }
}

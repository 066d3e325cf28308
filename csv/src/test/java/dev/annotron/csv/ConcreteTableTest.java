package dev.annotron.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads the whole table of the concrete strength data: the real one where {@code ANNOTRON_DATA}
 * says where data sets lie, else one of the same form.
 */
class ConcreteTableTest {
  private static final int ROWS = 1030;
  private static final List<String> FEATURES =
      List.of("cement", "slag", "ash", "water", "superplastic", "coarseagg", "fineagg", "age");

  @TempDir Path directory;

  private Path table() throws IOException {
    String data = System.getenv("ANNOTRON_DATA");
    return data == null ? generated() : Path.of(data, "concrete", "concrete.csv");
  }

  private Path generated() throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder(String.join(",", FEATURES)).append(",strength\n");
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < FEATURES.size(); j++) {
        text.append(random.nextInt(10_000) / 10.0).append(',');
      }
      text.append(random.nextInt(8_000) / 100.0).append('\n');
    }
    return Files.writeString(directory.resolve("concrete.csv"), text);
  }

  @Test
  void readsEveryLineAsItStands() throws IOException {
    Dataset data = Csv.read(table()).target("strength");
    List<String> lines = Files.readAllLines(table());

    assertThat(data.size()).isEqualTo(ROWS).isEqualTo(lines.size() - 1);
    assertThat(data.featureNames()).isEqualTo(FEATURES);
    for (int i = 0; i < ROWS; i++) {
      String[] cells = lines.get(i + 1).split(",");
      float[] row = data.x(i);
      for (int j = 0; j < row.length; j++) {
        assertThat(row[j]).isEqualTo(Float.parseFloat(cells[j]));
      }
      assertThat(data.y(i)[0]).isEqualTo(Float.parseFloat(cells[row.length]));
    }
  }

  @Test
  void standardizesTheTrainingPart() throws IOException {
    Split split = Csv.read(table()).target("strength").split(0.8, 0).standardize();

    assertThat(split.train().size()).isEqualTo(824);
    assertThat(split.test().size()).isEqualTo(206);
    for (int column = 0; column < FEATURES.size(); column++) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < split.train().size(); i++) {
        float value = split.train().x(i)[column];
        sum += value;
        squares += value * value;
      }
      assertThat(Math.abs(sum / 824)).isLessThan(1e-6);
      assertThat(Math.abs(squares / 824 - 1)).isLessThan(1e-5);
    }
  }
}

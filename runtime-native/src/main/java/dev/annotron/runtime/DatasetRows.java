package dev.annotron.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Row numbers of views: which samples of a block, in which order. */
final class DatasetRows {
  private static final int NAMES_SHOWN = 4;

  private DatasetRows() {}

  static int[] all(int count) {
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = i;
    }
    return rows;
  }

  static int[] take(int[] rows, int n) {
    if (n < 1) {
      throw new DataException(
          "take(" + n + ") leaves no sample", "at least 1", "A data set is never empty.");
    }
    return Arrays.copyOf(rows, Math.min(n, rows.length));
  }

  static int[] skip(int[] rows, int n) {
    if (n < 0 || n >= rows.length) {
      throw new DataException(
          "skip(" + n + ") of " + rows.length + " samples",
          "0 to " + (rows.length - 1),
          "A data set is never empty: leave at least one sample.");
    }
    return Arrays.copyOfRange(rows, n, rows.length);
  }

  static int[] select(int[] rows, int[] samples) {
    if (samples.length == 0) {
      throw new DataException(
          "select() names no sample", "at least 1", "A data set is never empty.");
    }
    int[] selected = new int[samples.length];
    for (int i = 0; i < selected.length; i++) {
      if (samples[i] < 0 || samples[i] >= rows.length) {
        throw new DataException(
            "select(" + samples[i] + ") of " + rows.length + " samples",
            "0 to " + (rows.length - 1),
            "Count the samples from 0.");
      }
      selected[i] = rows[samples[i]];
    }
    return selected;
  }

  /** Fisher and Yates' shuffle. */
  static int[] shuffle(int[] rows, long seed) {
    int[] shuffled = rows.clone();
    long state = seed;
    for (int i = shuffled.length - 1; i > 0; i--) {
      state += 0x9E3779B97F4A7C15L;
      int j = (int) Math.unsignedMultiplyHigh(mix(state), i + 1L);
      int row = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = row;
    }
    return shuffled;
  }

  /** The output function of SplitMix64 (Steele, Lea, Flood: Fast splittable generators, 2014). */
  private static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Refuses a fraction that leaves a part empty whatever the size. */
  static void checkFraction(double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new DataException(
          "split(" + fraction + ")", "a fraction above 0 and below 1", "Try 0.8.");
    }
  }

  /** The number of samples that a fraction means, so that both parts have some. */
  static int share(int size, double fraction) {
    checkFraction(fraction);
    int count = (int) Math.round(size * fraction);
    if (count == 0 || count == size) {
      throw new DataException(
          "split(" + fraction + ") of a data set of size " + size + " leaves one part empty",
          "at least 1 sample in each part",
          "Use another fraction, or more samples.");
    }
    return count;
  }

  /** The class of each sample in words: the name or number of the class, or the whole target. */
  static List<String> classes(Dataset data) {
    List<String> names = data.classNames();
    List<String> classes = new ArrayList<>(data.size());
    for (int i = 0; i < data.size(); i++) {
      float[] target = data.y(i);
      int number = (int) target[0];
      boolean numbered = target.length == 1 && number == target[0] && number >= 0;
      if (numbered) {
        classes.add(number < names.size() ? names.get(number) : Integer.toString(number));
      } else {
        classes.add(Arrays.toString(target));
      }
    }
    return classes;
  }

  /** The named rows of a block, one after another in a block of their own. */
  static DatasetMemory gather(DatasetMemory block, int columns, int[] rows) {
    DatasetMemory gathered = DatasetMemory.allocate(DatasetMemory.floats(rows.length, columns));
    for (int i = 0; i < rows.length; i++) {
      gathered.write(block, (long) rows[i] * columns, (long) i * columns, columns);
    }
    return gathered;
  }

  /** Columns for a person: {@code 8 features (cement, slag, ash, water, ...)}. */
  static String columns(int count, String what, List<String> names) {
    StringBuilder text = new StringBuilder().append(count).append(' ').append(what);
    if (count != 1) {
      text.append('s');
    }
    if (names.isEmpty()) {
      return text.toString();
    }
    text.append(" (");
    for (int i = 0; i < Math.min(count, NAMES_SHOWN); i++) {
      text.append(i == 0 ? "" : ", ").append(names.get(i));
    }
    return text.append(count > NAMES_SHOWN ? ", ...)" : ")").toString();
  }
}

package dev.annotron.runtime;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The numbers from 0 to n - 1 in two parts, each in rising order: which samples to learn from, and
 * which to judge by. All methods depend on nothing but their arguments.
 *
 * @param train the numbers of one part
 * @param test the numbers of the other
 */
public record Partition(int[] train, int[] test) {

  /**
   * Chooses by chance.
   *
   * @param fraction the share of the training part, above 0 and below 1, rounded to whole samples
   * @throws DataException if a part would be empty
   */
  public static Partition random(int size, double fraction, long seed) {
    int count = DatasetRows.share(size, fraction);
    BitSet train = new BitSet(size);
    int[] order = shuffled(DatasetRows.all(size), new Random(seed));
    for (int i = 0; i < count; i++) {
      train.set(order[i]);
    }
    return of(train, size);
  }

  /**
   * Chooses by chance, so that each class has the same share in both parts.
   *
   * @param classes the class of each sample, in words
   * @param fraction the share of the training part in each class, above 0 and below 1
   * @throws DataException if a class would be missing in a part; the message names it
   */
  public static Partition stratified(List<String> classes, double fraction, long seed) {
    DatasetRows.checkFraction(fraction);
    BitSet train = new BitSet(classes.size());
    Random random = new Random(seed);
    groups(classes)
        .forEach(
            (name, members) -> {
              int count = (int) Math.round(members.length * fraction);
              if (count == 0 || count == members.length) {
                throw new DataException(
                    "Class "
                        + name
                        + " has "
                        + samples(members.length)
                        + " and would be empty in"
                        + " a part of the stratified split "
                        + fraction,
                    "at least 1 sample of each class in each part",
                    "Use another fraction, or more samples of the class, or leave it out.");
              }
              int[] order = shuffled(members, random);
              for (int i = 0; i < count; i++) {
                train.set(order[i]);
              }
            });
    return of(train, classes.size());
  }

  /**
   * Deals all samples out to {@code k} folds of equal size, to one sample; each is the test part
   * once.
   *
   * @throws DataException if {@code k} is below 2 or larger than the set
   */
  public static List<Partition> folds(int size, int k, long seed) {
    checkFolds(size, k);
    int[] foldOf = new int[size];
    int[] order = shuffled(DatasetRows.all(size), new Random(seed));
    for (int i = 0; i < size; i++) {
      foldOf[order[i]] = i % k;
    }
    return parts(foldOf, k);
  }

  /**
   * Deals the samples of each class out to {@code k} folds.
   *
   * @param classes the class of each sample, in words
   * @throws DataException if {@code k} is below 2 or larger than the set, or if a class has fewer
   *     samples than there are folds; the message names it
   */
  public static List<Partition> stratifiedFolds(List<String> classes, int k, long seed) {
    checkFolds(classes.size(), k);
    int[] foldOf = new int[classes.size()];
    Random random = new Random(seed);
    int dealt = 0;
    for (Map.Entry<String, int[]> group : groups(classes).entrySet()) {
      int[] members = group.getValue();
      if (members.length < k) {
        throw new DataException(
            "Class "
                + group.getKey()
                + " has "
                + samples(members.length)
                + " and would be empty in some of "
                + k
                + " stratified folds",
            "at least " + k,
            "Use fewer folds, or more samples of the class, or leave it out.");
      }
      for (int sample : shuffled(members, random)) {
        foldOf[sample] = dealt++ % k;
      }
    }
    return parts(foldOf, k);
  }

  private static void checkFolds(int size, int k) {
    if (k < 2 || k > size) {
      throw new DataException(
          k + " folds of " + samples(size),
          "2 to as many folds as there are samples",
          k < 2 ? "Use 5." : "Use fewer folds, or more samples.");
    }
  }

  private static String samples(int count) {
    return count == 1 ? "1 sample" : count + " samples";
  }

  /** The samples of each class, in the order of the names. */
  private static Map<String, int[]> groups(List<String> classes) {
    Map<String, List<Integer>> lists = new TreeMap<>();
    for (int i = 0; i < classes.size(); i++) {
      lists.computeIfAbsent(classes.get(i), name -> new ArrayList<>()).add(i);
    }
    Map<String, int[]> groups = new TreeMap<>();
    lists.forEach(
        (name, members) ->
            groups.put(name, members.stream().mapToInt(Integer::intValue).toArray()));
    return groups;
  }

  /** Fisher and Yates' shuffle; the numbers of {@code Random} are the same on every JVM. */
  private static int[] shuffled(int[] values, Random random) {
    int[] shuffled = values.clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int value = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = value;
    }
    return shuffled;
  }

  private static List<Partition> parts(int[] foldOf, int k) {
    List<Partition> parts = new ArrayList<>();
    for (int fold = 0; fold < k; fold++) {
      BitSet train = new BitSet(foldOf.length);
      for (int i = 0; i < foldOf.length; i++) {
        train.set(i, foldOf[i] != fold);
      }
      parts.add(of(train, foldOf.length));
    }
    return List.copyOf(parts);
  }

  private static Partition of(BitSet train, int size) {
    BitSet test = new BitSet(size);
    test.set(0, size);
    test.andNot(train);
    return new Partition(train.stream().toArray(), test.stream().toArray());
  }
}

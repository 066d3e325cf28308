package dev.annotron.examples.transformer;

import dev.annotron.runtime.Dataset;
import java.util.Random;

/**
 * A text that counts: from a random number on, number after number in English words. Whoever reads
 * far enough back knows how it goes on; two characters alone tell little.
 */
final class Numbers {
  static final int STEPS = 48;

  /** Letters from 1 on; 0 is the space. */
  static final int ALPHABET = 27;

  private static final int LARGEST = 900;
  private static final String[] SMALL =
      ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
              + " fifteen sixteen seventeen eighteen nineteen")
          .split(" ", -1);
  private static final String[] TENS =
      "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);

  private Numbers() {}

  /** Windows of the text, each with the characters one further on. */
  static Dataset windows(int count, long seed) {
    Random random = new Random(seed);
    float[][] x = new float[count][STEPS];
    float[][] next = new float[count][STEPS];
    for (int i = 0; i < count; i++) {
      String text = text(1 + random.nextInt(LARGEST));
      int from = random.nextInt(8);
      for (int step = 0; step < STEPS; step++) {
        x[i][step] = id(text.charAt(from + step));
        next[i][step] = id(text.charAt(from + step + 1));
      }
    }
    return Dataset.of(x, next);
  }

  static int id(char character) {
    return character == ' ' ? 0 : character - 'a' + 1;
  }

  /** More than a window of the text, from a number on. */
  static String text(int from) {
    StringBuilder text = new StringBuilder();
    for (int number = from; text.length() < STEPS + 16; number++) {
      text.append(words(number)).append(' ');
    }
    return text.toString();
  }

  private static String words(int number) {
    if (number >= 100) {
      String rest = number % 100 == 0 ? "" : " and " + words(number % 100);
      return SMALL[number / 100] + " hundred" + rest;
    }
    if (number >= 20) {
      return TENS[number / 10] + (number % 10 == 0 ? "" : " " + SMALL[number % 10]);
    }
    return SMALL[number];
  }
}

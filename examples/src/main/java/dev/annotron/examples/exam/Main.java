package dev.annotron.examples.exam;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Model;

/** Six exams that a line parts; then a seventh, (6,4) failed, and a hidden layer is needed. */
public final class Main {
  private static final float[][] MARKS = {{1, 2}, {2, 3}, {3, 4}, {4, 4}, {5, 3}, {6, 2}, {6, 4}};
  private static final float[] PASSED = {0, 0, 0, 1, 1, 1, 0};
  private static final Dataset SEVEN = Dataset.of(MARKS, PASSED);
  private static final Dataset SIX = SEVEN.take(6);

  private Main() {}

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("exam", Main::run, args);
  }

  private static Result run(Options options) {
    System.out.println(ExamHiddenNet.summary());
    return new Result()
        .add("line_right_of_6", learn("Six exams, a line", new ExamLineNet(), SIX, options))
        .add("line_right_of_7", learn("With (6,4), a line", new ExamLineNet(), SEVEN, options))
        .add(
            "hidden_right_of_7",
            learn("With (6,4), a hidden layer", new ExamHiddenNet(), SEVEN, options));
  }

  /** Trains, shows every exam, and gives the number of right answers. */
  private static int learn(String title, Model model, Dataset exams, Options options) {
    System.out.println("\n" + title);
    model.fit(exams, options.fit());
    int right = 0;
    for (int i = 0; i < exams.size(); i++) {
      float[] marks = exams.x(i);
      float p = model.predict(marks)[0];
      boolean same = (p > 0.5f) == (exams.y(i)[0] > 0.5f);
      right += same ? 1 : 0;
      System.out.println(
          (int) marks[0]
              + ", "
              + (int) marks[1]
              + (p > 0.5f ? "  pass" : "  fail")
              + "  (p = "
              + Result.decimal(p)
              + ")"
              + (same ? "" : "  wrong"));
    }
    System.out.println(right + " of " + exams.size() + " right");
    return right;
  }
}

package dev.annotron.report;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The report of a run: one HTML file that holds all it shows, reads nothing else and runs no
 * script. Immutable; each method gives a report with more in it.
 *
 * <pre>{@code
 * Report.of(DigitsNet.summary(), history)
 *     .data("training", parts.train())
 *     .evaluation("test", network.evaluate(test))
 *     .confusion(Confusion.of(network, test))
 *     .setting("batch size", 32)
 *     .seed(7)
 *     .write(Path.of("report.html"));
 * }</pre>
 */
public final class Report {
  private final Summary summary;
  private final History history;
  private final Map<String, Dataset> data;
  private final Map<String, Evaluation> evaluations;
  private final Map<String, String> settings;
  private final List<Picture> pictures;
  private final OptionalLong seed;

  private Report(
      Summary summary,
      History history,
      Map<String, Dataset> data,
      Map<String, Evaluation> evaluations,
      Map<String, String> settings,
      List<Picture> pictures,
      OptionalLong seed) {
    this.summary = summary;
    this.history = history;
    this.data = data;
    this.evaluations = evaluations;
    this.settings = settings;
    this.pictures = pictures;
    this.seed = seed;
  }

  /**
   * A report with the network, its training and what it ran on.
   *
   * @throws ReportException if no epoch was trained to its end
   */
  public static Report of(Summary summary, History history) {
    ReportException.check(
        history.epochs() >= 1,
        "the history has no epoch",
        "at least one",
        "Train for one epoch or more.");
    return new Report(
        summary, history, Map.of(), Map.of(), Map.of(), List.of(), OptionalLong.empty());
  }

  /** Adds what a data set is made of. */
  public Report data(String name, Dataset value) {
    return new Report(
        summary, history, with(data, name, value), evaluations, settings, pictures, seed);
  }

  /** Adds what was measured on a data set. */
  public Report evaluation(String name, Evaluation value) {
    return new Report(
        summary, history, data, with(evaluations, name, value), settings, pictures, seed);
  }

  /** Adds a setting of the run, such as its batch size. */
  public Report setting(String name, Object value) {
    return new Report(
        summary,
        history,
        data,
        evaluations,
        with(settings, name, String.valueOf(value)),
        pictures,
        seed);
  }

  /** Sets the seed of the run. */
  public Report seed(long value) {
    return new Report(
        summary, history, data, evaluations, settings, pictures, OptionalLong.of(value));
  }

  /** Adds a confusion matrix. */
  public Report confusion(Confusion value) {
    return picture(value.picture());
  }

  /** Adds any picture, with its title above. */
  public Report picture(Picture value) {
    List<Picture> more = new ArrayList<>(pictures);
    more.add(value);
    return new Report(summary, history, data, evaluations, settings, List.copyOf(more), seed);
  }

  /** The page. */
  public String html() {
    return new ReportPage(summary, history, data, evaluations, settings, pictures, seed).html();
  }

  /**
   * Writes {@link #html()}, atomically: the old file stays until all is written.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(Path file) throws IOException {
    Output.write(file, html().getBytes(StandardCharsets.UTF_8));
  }

  private static <T> Map<String, T> with(Map<String, T> before, String name, T value) {
    Map<String, T> more = new LinkedHashMap<>(before);
    more.put(name, value);
    return more;
  }
}

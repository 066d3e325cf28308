package dev.annotron.report;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Summary;
import dev.annotron.runtime.network.Architecture.Layer;
import dev.annotron.runtime.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The page of a {@link Report}, section by section. */
record ReportPage(
    Summary summary,
    History history,
    Map<String, Dataset> data,
    Map<String, Evaluation> evaluations,
    Map<String, String> settings,
    List<Picture> pictures,
    OptionalLong seed) {
  private static final String STYLE = "report.css";

  /** The most epochs whose values are all listed; of more, about as many are. */
  private static final int MOST_EPOCHS = 200;

  String html() {
    Html page = new Html();
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    // Holds the page to its promise: nothing is fetched, no script runs.
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    page.raw("style-src 'unsafe-inline'; img-src data:\"/>\n");
    page.raw("<title>" + Svg.escape(summary.name()) + " · report</title>\n");
    page.raw("<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
    head(page);
    page.heading("curves", "Training").picture(Curves.of(history));
    epochs(page);
    for (Picture picture : pictures) {
      page.raw("<section class=\"added\">\n").picture(picture).raw("</section>\n");
    }
    model(page);
    about(page);
    return page.raw("</main>\n</body>\n</html>\n").toString();
  }

  /** Name and the numbers that one looks for first. */
  private void head(Html page) {
    page.raw("<header>\n<p class=\"kind\">Report of a training</p>\n<h1>");
    page.raw(Svg.escape(summary.name()) + "</h1>\n<dl class=\"figures\" id=\"figures\">\n");
    for (Map.Entry<String, Evaluation> entry : evaluations.entrySet()) {
      for (String name : entry.getValue().names()) {
        double value = entry.getValue().metric(name);
        figure(page, entry.getKey() + " " + name.replace('_', ' '), Numbers.text(value));
      }
    }
    if (evaluations.isEmpty()) {
      for (String name : history.names()) {
        figure(page, name.replace('_', ' '), Numbers.text(history.last(name)));
      }
    }
    figure(page, "epochs", Numbers.grouped(history.epochs()));
    figure(page, "parameters", Numbers.grouped(summary.parameters()));
    page.raw("</dl>\n</header>\n");
    if (history.interrupted()) {
      page.paragraph("This training was interrupted: it has fewer epochs than it was asked for.");
    }
  }

  private static void figure(Html page, String name, String value) {
    page.raw("<div><dt>" + Svg.escape(name) + "</dt><dd>" + Svg.escape(value) + "</dd></div>\n");
  }

  private void epochs(Html page) {
    List<String> names = history.names();
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("epoch"));
    head.addAll(names);
    lines.add(head);
    int step = (history.epochs() + MOST_EPOCHS - 1) / MOST_EPOCHS;
    for (int epoch = 1; epoch <= history.epochs(); epoch++) {
      if (epoch % step == 0 || epoch == 1 || epoch == history.epochs()) {
        List<String> line = new ArrayList<>(List.of(Integer.toString(epoch)));
        for (String name : names) {
          line.add(Numbers.text(history.values(name)[epoch - 1]));
        }
        lines.add(line);
      }
    }
    page.raw("<details id=\"epochs\"><summary>All values</summary>\n");
    page.table(lines, 0).raw("</details>\n");
  }

  private void model(Html page) {
    page.heading("model", "Network");
    page.raw("<div class=\"columns\">\n").picture(ModelGraph.of(summary));
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("layer", "kind", "output", "computed", "parameters", "FLOPs"));
    for (Layer layer : summary.layers()) {
      lines.add(
          List.of(
              layer.name(),
              layer.kind(),
              layer.shape().toString(),
              layer.computed(),
              Numbers.grouped(layer.parameters()),
              Numbers.grouped(layer.flops())));
    }
    page.raw("<div>\n").table(lines, 4);
    Map<String, String> totals = new LinkedHashMap<>();
    totals.put("optimizer", summary.optimizer());
    totals.put("loss", summary.loss());
    totals.put("forward pass", Numbers.grouped(summary.flops()) + " FLOPs per sample");
    totals.put("weights", Numbers.bytes(summary.weightBytes()));
    totals.put("training adds", Numbers.bytes(summary.trainingBytes()));
    page.values(totals).raw("</div>\n</div>\n");
  }

  private void about(Html page) {
    page.raw("<div class=\"columns\">\n");
    if (!data.isEmpty()) {
      Map<String, String> described = new LinkedHashMap<>();
      data.forEach((name, set) -> described.put(name, describe(set)));
      page.raw("<section>\n").heading("data", "Data").values(described).raw("</section>\n");
    }
    Map<String, String> set = new LinkedHashMap<>();
    set.put("epochs", Integer.toString(history.epochs()));
    set.putAll(settings);
    seed.ifPresent(value -> set.put("seed", Long.toString(value)));
    page.raw("<section>\n").heading("settings", "Settings").values(set).raw("</section>\n");
    page.raw("<section>\n").heading("environment", "Environment");
    page.values(Environment.describe()).raw("</section>\n</div>\n");
  }

  private static String describe(Dataset set) {
    String classes = set.classNames().isEmpty() ? "" : "; classes " + set.classNames();
    return set + classes;
  }

  private static String style() {
    String light = "svg,:root{color-scheme:light dark;" + Ink.declarations(false) + "}\n";
    String dark = "@media (prefers-color-scheme:dark){svg,:root{" + Ink.declarations(true) + "}}\n";
    try (InputStream in = ReportPage.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException(STYLE + " is missing from this jar");
      }
      return light + dark + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

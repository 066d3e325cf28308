package dev.annotron.processor;

import dev.annotron.processor.emit.ModelInfo.LayerInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The layers of a network as boxes with arrows between them, for {@link ReportPage}. */
final class LayerPicture {
  private static final int WIDTH = 180;
  private static final int HEIGHT = 40;
  private static final int GAP_X = 24;
  private static final int GAP_Y = 34;

  private final List<LayerInfo> layers;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Place> places = new ArrayList<>();

  /** Where a box lies. */
  private record Place(int row, int column) {
    int x() {
      return column * (WIDTH + GAP_X) + 4;
    }

    int y() {
      return row * (HEIGHT + GAP_Y) + 4;
    }
  }

  private LayerPicture(List<LayerInfo> layers) {
    this.layers = layers;
    Map<Integer, Integer> taken = new HashMap<>();
    for (LayerInfo layer : layers) {
      int row = layer.inputs().stream().mapToInt(name -> place(name).row() + 1).max().orElse(0);
      numbers.put(layer.name(), places.size());
      places.add(new Place(row, taken.merge(row, 1, Integer::sum) - 1));
    }
  }

  /** As SVG, drawn here, so that no tool is needed to see it. */
  static String svg(List<LayerInfo> layers) {
    return new LayerPicture(layers).svg();
  }

  /** As text for Mermaid, which code hosts and editors draw. */
  static String mermaid(List<LayerInfo> layers) {
    LayerPicture picture = new LayerPicture(layers);
    StringBuilder text = new StringBuilder("flowchart TD\n");
    for (LayerInfo layer : layers) {
      String label = layer.name() + "<br/>" + what(layer);
      text.append("  l%d[\"%s\"]\n".formatted(picture.number(layer.name()), label));
    }
    for (LayerInfo layer : layers) {
      for (String input : layer.inputs()) {
        text.append(
            "  l%d --> l%d\n".formatted(picture.number(input), picture.number(layer.name())));
      }
    }
    return text.toString();
  }

  private String svg() {
    int width = places.stream().mapToInt(Place::x).max().orElse(0) + WIDTH + 4;
    int height = places.stream().mapToInt(Place::y).max().orElse(0) + HEIGHT + 4;
    StringBuilder svg =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"layers\">\n"
                .formatted(width, height, width));
    for (LayerInfo layer : layers) {
      layer.inputs().forEach(input -> arrow(svg, place(input), place(layer.name())));
    }
    layers.forEach(layer -> box(svg, layer, place(layer.name())));
    return svg.append("</svg>\n").toString();
  }

  private static void arrow(StringBuilder svg, Place from, Place to) {
    int x1 = from.x() + WIDTH / 2;
    int y1 = from.y() + HEIGHT;
    int x2 = to.x() + WIDTH / 2;
    // Arrows over several rows leave the column, so that they do not run through its boxes.
    int aside = to.row() - from.row() > 1 && x1 == x2 ? WIDTH * 4 / 5 : 0;
    svg.append(
        "<path class=\"arrow\" d=\"M%d %dC%d %d %d %d %d %d\"/>\n"
            .formatted(x1, y1, x1 + aside, y1 + GAP_Y, x2 + aside, to.y() - GAP_Y, x2, to.y()));
  }

  private static void box(StringBuilder svg, LayerInfo layer, Place at) {
    svg.append(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n"
            .formatted(
                layer.inputs().isEmpty() ? "input" : "layer", at.x(), at.y(), WIDTH, HEIGHT));
    int x = at.x() + WIDTH / 2;
    svg.append(text("name", x, at.y() + 17, layer.name()));
    svg.append(text("what", x, at.y() + 32, what(layer)));
  }

  private static String text(String kind, int x, int y, String text) {
    return "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n"
        .formatted(kind, x, y, ReportPage.escaped(text));
  }

  private static String what(LayerInfo layer) {
    return layer.kind() + " " + layer.shape();
  }

  private Place place(String name) {
    return places.get(number(name));
  }

  private int number(String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("no layer " + name);
    }
    return number;
  }
}

package dev.annotron.report;

import dev.annotron.runtime.Summary;
import dev.annotron.runtime.network.Architecture.Layer;
import dev.annotron.runtime.text.Numbers;
import java.util.List;

/** The layers of a network as boxes, and what each reads as lines from above. */
public final class ModelGraph {
  private static final double NAME_SIZE = 13;

  private ModelGraph() {}

  /** The graph of a network; {@code XorNet.summary()} gives what it wants. */
  public static Picture of(Summary summary) {
    List<Layer> layers = summary.layers();
    GraphLayout layout = GraphLayout.of(layers);
    Svg svg = new Svg();
    for (GraphLayout.Edge edge : layout.edges()) {
      edge(svg, edge);
    }
    for (int i = 0; i < layers.size(); i++) {
      box(svg, layers.get(i), layout.layers().get(i));
    }
    return new Picture("The layers of " + summary.name(), layout.width(), layout.height(), svg);
  }

  /** From the lower edge of a box to the upper one of the next; straight through bends. */
  private static void edge(Svg svg, GraphLayout.Edge edge) {
    double top = edge.from().bottom();
    double bottom = edge.to().top();
    double middle = (top + bottom) / 2;
    String x1 = Svg.round(edge.from().x()) + " ";
    String x2 = Svg.round(edge.to().x()) + " ";
    StringBuilder data = new StringBuilder("M").append(x1).append(Svg.round(top));
    data.append("C").append(x1).append(Svg.round(middle)).append(' ');
    data.append(x2).append(Svg.round(middle)).append(' ');
    data.append(x2).append(Svg.round(bottom));
    if (edge.to().isBend()) {
      data.append('V').append(Svg.round(edge.to().bottom()));
    }
    svg.path(data.toString(), Svg.stroke(Ink.AXIS, 1.5));
    if (!edge.to().isBend()) {
      String tip = "M" + Svg.round(edge.to().x() - 4) + " " + Svg.round(bottom - 6) + "l4 6l4 -6z";
      svg.path(tip, Svg.fill(Ink.AXIS));
    }
  }

  private static void box(Svg svg, Layer layer, GraphLayout.Node node) {
    double left = node.x() - GraphLayout.BOX_WIDTH / 2;
    String border = " stroke=\"" + (layer.inputs().isEmpty() ? Ink.GREEN : Ink.BLUE) + "\"";
    svg.rectangle(
        left,
        node.top(),
        GraphLayout.BOX_WIDTH,
        GraphLayout.BOX_HEIGHT,
        7,
        Svg.fill(Ink.RAISED) + border);
    Svg.Type name = Svg.Type.TITLE.sized(NAME_SIZE).at(Svg.Anchor.MIDDLE);
    svg.text(shortened(layer.name(), 22), node.x(), node.top() + 19, name);
    String what = layer.kind() + " " + layer.shape();
    if (layer.parameters() > 0) {
      what += " · " + Numbers.grouped(layer.parameters());
    }
    Svg.Type label = Svg.Type.LABEL.at(Svg.Anchor.MIDDLE);
    svg.text(shortened(what, 32), node.x(), node.top() + 36, label);
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}

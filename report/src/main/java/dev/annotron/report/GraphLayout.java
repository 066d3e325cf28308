package dev.annotron.report;

import dev.annotron.runtime.network.Architecture.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the layers of a network stand in a drawing: each below all it reads, in rows. A connection
 * over several rows has a bend in each row between, and keeps its own column there.
 *
 * @param layers a node for each layer, in the layers' order
 * @param edges the connections, from top to bottom
 */
record GraphLayout(List<Node> layers, List<Edge> edges, double width, double height) {
  static final double BOX_WIDTH = 190;
  static final double BOX_HEIGHT = 46;
  private static final double BEND_WIDTH = 26;
  private static final double GAP_X = 22;
  private static final double GAP_Y = 34;
  private static final double MARGIN = 12;

  /** Sweeps that bring the nodes of a row near to what they are joined with. */
  private static final int SWEEPS = 4;

  /** A box, or a bend of a long connection. */
  static final class Node {
    private final boolean isBend;
    private final int row;
    private final List<Node> above = new ArrayList<>();
    private final List<Node> below = new ArrayList<>();
    private double x;

    private Node(boolean isBend, int row) {
      this.isBend = isBend;
      this.row = row;
    }

    /** The middle. */
    double x() {
      return x;
    }

    double top() {
      return MARGIN + row * (BOX_HEIGHT + GAP_Y);
    }

    double bottom() {
      return top() + BOX_HEIGHT;
    }

    boolean isBend() {
      return isBend;
    }

    private double width() {
      return isBend ? BEND_WIDTH : BOX_WIDTH;
    }
  }

  /** A connection between two rows that follow each other. */
  record Edge(Node from, Node to) {}

  static GraphLayout of(List<Layer> layers) {
    Map<String, Node> byName = new HashMap<>();
    List<Node> boxes = new ArrayList<>();
    List<List<Node>> rows = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (Layer layer : layers) {
      int row = 0;
      for (String input : layer.inputs()) {
        Node from = byName.get(input);
        row = from == null ? row : Math.max(row, from.row + 1);
      }
      Node box = add(new Node(false, row), rows);
      byName.put(layer.name(), box);
      boxes.add(box);
      for (String input : layer.inputs()) {
        Node from = byName.get(input);
        if (from != null) {
          join(from, box, rows, edges);
        }
      }
    }
    double width = place(rows);
    double height = 2 * MARGIN + rows.size() * (BOX_HEIGHT + GAP_Y) - GAP_Y;
    return new GraphLayout(boxes, edges, width, height);
  }

  private static Node add(Node node, List<List<Node>> rows) {
    while (rows.size() <= node.row) {
      rows.add(new ArrayList<>());
    }
    rows.get(node.row).add(node);
    return node;
  }

  private static void join(Node from, Node to, List<List<Node>> rows, List<Edge> edges) {
    Node last = from;
    for (int row = from.row + 1; row <= to.row; row++) {
      Node next = row == to.row ? to : add(new Node(true, row), rows);
      last.below.add(next);
      next.above.add(last);
      edges.add(new Edge(last, next));
      last = next;
    }
  }

  /** Gives every node its place, and the width of all. */
  private static double place(List<List<Node>> rows) {
    for (List<Node> row : rows) {
      centre(row);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (List<Node> row : rows) {
        arrange(row, true);
      }
      for (List<Node> row : rows.reversed()) {
        arrange(row, false);
      }
    }
    double left = 0;
    double right = 0;
    for (List<Node> row : rows) {
      left = Math.min(left, row.getFirst().x - row.getFirst().width() / 2);
      right = Math.max(right, row.getLast().x + row.getLast().width() / 2);
    }
    for (List<Node> row : rows) {
      for (Node node : row) {
        node.x += MARGIN - left;
      }
    }
    return right - left + 2 * MARGIN;
  }

  private static void arrange(List<Node> row, boolean byAbove) {
    Map<Node, Double> wish = new HashMap<>();
    for (Node node : row) {
      List<Node> joined = byAbove ? node.above : node.below;
      double sum = 0;
      for (Node other : joined) {
        sum += other.x;
      }
      wish.put(node, joined.isEmpty() ? node.x : sum / joined.size());
    }
    row.sort((a, b) -> Double.compare(wish.getOrDefault(a, 0.0), wish.getOrDefault(b, 0.0)));
    centre(row);
  }

  /** Side by side, around zero. */
  private static void centre(List<Node> row) {
    double width = -GAP_X;
    for (Node node : row) {
      width += node.width() + GAP_X;
    }
    double x = -width / 2;
    for (Node node : row) {
      node.x = x + node.width() / 2;
      x += node.width() + GAP_X;
    }
  }
}

package dev.annotron.processor.ir;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A short name for an architecture: networks with the same one can exchange weights. It tells apart
 * names, operations, connections and shapes, but not how weights start or how they are trained.
 */
public final class Fingerprint {
  private static final int BYTES = 8;

  private Fingerprint() {}

  /** 16 hex digits of SHA-256 over a graph as composed, before any pass. */
  public static String of(Graph graph) {
    StringBuilder text = new StringBuilder();
    for (Node node : graph.nodes()) {
      String op =
          node.op() instanceof Op.Parameter parameter ? parameter.name() : node.op().toString();
      text.append(node).append(op).append(node.inputs()).append(node.type()).append('\n');
    }
    graph.layers().forEach((name, node) -> text.append(name).append(node).append('\n'));
    return digest(text.toString());
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

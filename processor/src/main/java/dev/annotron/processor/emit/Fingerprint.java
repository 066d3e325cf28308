package dev.annotron.processor.emit;

import dev.annotron.processor.emit.ModelInfo.LayerInfo;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for an architecture: networks with the same one can exchange weights. */
final class Fingerprint {
  private static final int BYTES = 8;

  private Fingerprint() {}

  /** 16 hex digits of SHA-256 over layers, connections, shapes and what else gives weights meaning. */
  static String of(Graph graph, ModelInfo model) {
    StringBuilder text = new StringBuilder();
    for (LayerInfo layer : model.layers()) {
      text.append(layer.kind()).append(' ').append(layer.name()).append(layer.shape());
      text.append(layer.inputs()).append('\n');
    }
    for (Node node : graph.nodes()) {
      String op =
          node.op() instanceof Op.Parameter parameter ? parameter.name() : node.op().toString();
      text.append(op).append(node.inputs()).append(node.type()).append('\n');
    }
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

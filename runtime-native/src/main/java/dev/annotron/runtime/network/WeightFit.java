package dev.annotron.runtime.network;

import dev.annotron.runtime.WeightFileException;
import dev.annotron.runtime.file.Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides from its header whether a weight file belongs to a network. Files of other programs,
 * which say nothing of an architecture, do if all names and shapes are the network's.
 *
 * @param source what messages call the file
 */
record WeightFit(Architecture architecture, String source) {
  static final String FORMAT = "annotron.format";
  static final String VERSION = "1";
  static final String NETWORK = "annotron.network";
  static final String ARCHITECTURE = "annotron.architecture";

  /** Tensors with such names are not the network's, but a checkpoint's. */
  static final String EXTRA = "@";

  /** Returns if the file fits, else throws a {@link WeightFileException} with one sentence. */
  void check(Header header) {
    Map<String, String> metadata = header.metadata();
    String version = metadata.getOrDefault(FORMAT, VERSION);
    if (!version.equals(VERSION)) {
      throw new WeightFileException(
          source + " has the format version " + version, VERSION, "Update Annotron.");
    }
    Map<String, List<Integer>> found = new LinkedHashMap<>();
    for (Header.Entry entry : header.entries()) {
      if (!entry.name().startsWith(EXTRA)) {
        found.put(entry.name(), entry.shape());
      }
    }
    String origin = metadata.getOrDefault(NETWORK, "another network");
    for (Architecture.Parameter parameter : architecture.parameters()) {
      List<Integer> shape = found.remove(parameter.name());
      if (!parameter.shape().equals(shape)) {
        throw differs(parameter, shape, origin);
      }
    }
    if (!found.isEmpty()) {
      String extra = found.keySet().iterator().next();
      throw wrong(from(origin) + " has a tensor " + extra + found.get(extra), "no such tensor");
    }
    hash(metadata.getOrDefault(ARCHITECTURE, architecture.hash()), origin);
  }

  private void hash(String found, String origin) {
    if (!found.equals(architecture.hash())) {
      throw wrong(
          from(origin)
              + " has the tensors of another architecture ("
              + found
              + "), of the same shapes but between other layers",
          "the architecture " + architecture.hash());
    }
  }

  private WeightFileException differs(
      Architecture.Parameter parameter, @Nullable List<Integer> shape, String origin) {
    String name = parameter.name();
    return wrong(
        from(origin) + " has " + (shape == null ? "no tensor " + name : name + shape),
        name + parameter.shape());
  }

  private String from(String origin) {
    return source + ", saved from " + origin + ",";
  }

  private WeightFileException wrong(String found, String expected) {
    return new WeightFileException(
        found,
        expected + " as in " + architecture.name(),
        "Load the file that was saved from this network.");
  }
}

package dev.annotron.runtime.network;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.WeightFileException;
import dev.annotron.runtime.file.Tensor;
import dev.annotron.runtime.file.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes a model's weights to a file and back. */
final class SavedWeights {
  private SavedWeights() {}

  /** Refuses weights that are not finite before it touches the file. */
  static <S> void write(Parts<S> parts, Path file) throws IOException {
    Architecture architecture = parts.architecture();
    Divergence spoilt = Divergence.inWeights(parts);
    if (!spoilt.found().isEmpty()) {
      throw new AnnotronException(
          "Nothing was saved to " + file + ": " + spoilt.found(),
          "finite numbers",
          "Load the weights of a healthy model, or train anew with a smaller learning rate.");
    }
    List<Tensor> tensors = new ArrayList<>();
    add(tensors, "", parts, parts.weights());
    WeightFile.write(file, metadata(architecture), tensors);
  }

  /** What every file says of the network that it was saved from. */
  static Map<String, String> metadata(Architecture architecture) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(WeightFit.FORMAT, WeightFit.VERSION);
    metadata.put(WeightFit.NETWORK, architecture.name());
    metadata.put(WeightFit.ARCHITECTURE, architecture.hash());
    return metadata;
  }

  /** Adds the tensors of weights, their names behind a prefix. */
  static <S> void add(List<Tensor> tensors, String prefix, Parts<S> parts, S weights) {
    MemorySegment memory = parts.storage().view(weights);
    for (Architecture.Parameter parameter : parts.architecture().parameters()) {
      long at = (long) parameter.at() * Float.BYTES;
      long bytes = (long) parameter.size() * Float.BYTES;
      String name = prefix + parameter.name();
      tensors.add(new Tensor(name, parameter.shape(), memory.asSlice(at, bytes)));
    }
  }

  static <S> void read(Parts<S> parts, Path file) throws IOException {
    WeightFit fit = new WeightFit(parts.architecture(), file.toString());
    put(parts, WeightFile.read(file, fit::check).tensors(), fit.source());
  }

  static <S> void read(Parts<S> parts, InputStream in) throws IOException {
    WeightFit fit = new WeightFit(parts.architecture(), "the weight file");
    put(parts, WeightFile.read(in, fit::check).tensors(), fit.source());
  }

  /** Puts tensors in, all or none; names and shapes are known to fit. */
  static <S> void put(Parts<S> parts, List<Tensor> tensors, String source) {
    Map<String, float[]> values = new LinkedHashMap<>();
    for (Tensor tensor : tensors) {
      if (!tensor.name().startsWith(WeightFit.EXTRA)) {
        values.put(tensor.name(), finite(tensor, source));
      }
    }
    for (Architecture.Parameter parameter : parts.architecture().parameters()) {
      float[] tensor = values.get(parameter.name());
      if (tensor != null) {
        parts.storage().write(tensor, 0, parts.weights(), parameter.at(), tensor.length);
      }
    }
  }

  private static float[] finite(Tensor tensor, String source) {
    float[] values = tensor.data().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
    int bad = Finite.first(values, 0, values.length);
    if (bad >= 0) {
      throw new WeightFileException(
          source + ": value " + bad + " of " + tensor.name() + " is " + values[bad],
          "finite numbers",
          "Save the weights of a healthy model again.");
    }
    return values;
  }
}

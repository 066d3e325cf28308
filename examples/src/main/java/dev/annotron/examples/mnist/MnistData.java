package dev.annotron.examples.mnist;

import dev.annotron.examples.Options;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Split;
import java.nio.file.Path;

/** 60,000 handwritten digits to train on and 10,000 to test with. */
public final class MnistData {
  private static final String ORIGIN =
      "the MNIST database of handwritten digits\n"
          + "by Yann LeCun, Corinna Cortes and Christopher J. C. Burges";

  private MnistData() {}

  /** Reads the four files from the directory that the options name, as much as they ask for. */
  public static Split read(Options options) {
    Path[] files =
        options.files(
            ORIGIN,
            "mnist/train-images-idx3-ubyte.gz",
            "mnist/train-labels-idx1-ubyte.gz",
            "mnist/t10k-images-idx3-ubyte.gz",
            "mnist/t10k-labels-idx1-ubyte.gz");
    return new Split(
        first(options, Dataset.idx(files[0], files[1])),
        first(options, Dataset.idx(files[2], files[3])));
  }

  private static Dataset first(Options options, Dataset digits) {
    Integer samples = options.samples();
    return samples == null ? digits : digits.take(samples);
  }
}

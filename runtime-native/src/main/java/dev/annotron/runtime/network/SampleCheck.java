package dev.annotron.runtime.network;

import dev.annotron.runtime.AnnotronException;
import java.util.List;

/** Checks the samples that are given to {@code predict}, and what comes out. */
final class SampleCheck {
  private final Architecture architecture;
  private final int inputs;
  private final int outputs;
  private final IdCheck ids;

  SampleCheck(Architecture architecture) {
    this.architecture = architecture;
    this.inputs = architecture.sampleSize();
    this.ids = new IdCheck(architecture.inputs());
    this.outputs = architecture.predictionSize();
  }

  /** Fails unless {@code x} is a sample. */
  void input(float[] x) {
    if (x == null) {
      throw missing("x");
    }
    if (x.length != inputs || !Finite.all(x, 0, inputs)) {
      throw badInput(x, "x");
    }
    ids(x, "x");
  }

  /** Fails unless {@code x[row]} is a sample. */
  void input(float[][] x, int row) {
    if (x[row] == null) {
      throw missing("x[" + row + "]");
    }
    if (x[row].length != inputs || !Finite.all(x[row], 0, inputs)) {
      throw badInput(x[row], "x[" + row + "]");
    }
    if (!ids.isEmpty()) { // here, as a name costs an allocation
      ids(x[row], "x[" + row + "]");
    }
  }

  private void ids(float[] x, String what) {
    int bad = ids.firstBad(x);
    if (bad >= 0) {
      throw new IllegalArgumentException(
          AnnotronException.message(
              what + "[" + bad + "] is " + x[bad],
              ids.expected(bad),
              "Number the ids from 0, or make inputDim of the @Embedding larger."));
    }
  }

  /** Fails if there are no samples, not even none. */
  void inputs(float[][] x) {
    if (x == null) {
      throw new IllegalArgumentException(
          AnnotronException.message("x is null", "a row for each sample", "Give an array."));
    }
  }

  private IllegalArgumentException missing(String what) {
    return new IllegalArgumentException(
        AnnotronException.message(
            what + " is null",
            inputs + " values, a sample of " + architecture.name() + " " + architecture.inputs(),
            "Give an array of that length."));
  }

  /** Fails unless {@code out} has room for exactly the outputs. */
  void room(float[] out) {
    if (out == null) {
      throw new IllegalArgumentException(
          AnnotronException.message(
              "out is null", "an array of length " + outputs, "Give one, or call predict(x)."));
    }
    if (out.length != outputs) {
      throw new IllegalArgumentException(
          AnnotronException.message(
              "out has room for " + count(out.length),
              outputs + ", the outputs of " + architecture.name() + " " + architecture.outputs(),
              "Give an array of that length."));
    }
  }

  /** Fails if a result is not finite. */
  void output(float[] out) {
    if (!Finite.all(out, 0, out.length)) {
      int bad = Finite.first(out, 0, out.length);
      throw new AnnotronException(
          "the output of "
              + architecture.name()
              + " at "
              + place(
                  architecture.outputs().stream().map(Architecture.Output::tensor).toList(), bad)
              + " is "
              + out[bad],
          "a finite number",
          "The input or the weights are too large: scale the input as the training data was.");
    }
  }

  private IllegalArgumentException badInput(float[] x, String what) {
    if (x.length != inputs) {
      return new IllegalArgumentException(
          AnnotronException.message(
              what + " has " + count(x.length),
              inputs + ", a sample of " + architecture.name() + " " + architecture.inputs(),
              "Give the inputs one after another, each with its last axis fastest."));
    }
    int bad = Finite.first(x, 0, inputs);
    return new IllegalArgumentException(
        AnnotronException.message(
            what
                + "["
                + bad
                + "] is "
                + x[bad]
                + " ("
                + place(
                    architecture.inputs().stream().map(Architecture.Input::tensor).toList(), bad)
                + ")",
            "a finite number",
            "Replace missing values before predicting."));
  }

  private static String place(List<Architecture.Shaped> tensors, int index) {
    int rest = index;
    for (Architecture.Shaped tensor : tensors) {
      if (rest < tensor.size()) {
        return "value " + rest + " of " + tensor;
      }
      rest -= tensor.size();
    }
    return "value " + index;
  }

  private static String count(int values) {
    return values == 1 ? "1 value" : values + " values";
  }
}

package dev.annotron.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * Prints the microseconds of one prediction in ONNX Runtime, from an array to an array.
 *
 * <p>Arguments: predict, a workload as in Workload.java, the number of threads. One sample is
 * computed on one thread, which is the fastest way for networks as small.
 */
public final class Main {
  private Main() {}

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    if (!args[0].equals("predict")) {
      System.exit(3);
    }
    switch (args[1]) {
      case "XOR" -> print(xor(), 1, 2);
      case "DIGITS_32" -> print(digits(), 1, 784);
      case "CONCRETE_32" -> print(concrete(), 1, 8);
      case "CNN" -> print(pictures(), 1, 1, 28, 28);
      default -> System.exit(3);
    }
  }

  private static void print(byte[] model, long... shape) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    int count = 1;
    for (long size : shape) {
      count *= (int) size;
    }
    float[] x = new float[count];
    try (OrtSession session = environment.createSession(model, options)) {
      System.out.println(
          Timing.microseconds(
              () -> {
                try (OnnxTensor in =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), shape);
                    OrtSession.Result out = session.run(Map.of("x", in))) {
                  out.get(0).getValue();
                }
              }));
    }
  }

  private static byte[] xor() {
    return new OnnxModel(1, 2)
        .dense(2, 8)
        .then("Relu")
        .dense(8, 1)
        .then("Sigmoid")
        .bytes(1, 1);
  }

  private static byte[] digits() {
    return new OnnxModel(1, 784)
        .dense(784, 50)
        .then("Sigmoid")
        .dense(50, 10)
        .then("Softmax")
        .bytes(1, 10);
  }

  private static byte[] concrete() {
    return new OnnxModel(1, 8)
        .dense(8, 512)
        .then("Relu")
        .dense(512, 512)
        .then("Relu")
        .dense(512, 512)
        .then("Relu")
        .dense(512, 1)
        .bytes(1, 1);
  }

  private static byte[] pictures() {
    return new OnnxModel(1, 1, 28, 28)
        .convolution(1, 32)
        .then("Relu")
        .pool()
        .convolution(32, 64)
        .then("Relu")
        .pool()
        .then("Flatten")
        .dense(1600, 10)
        .then("Softmax")
        .bytes(1, 10);
  }
}

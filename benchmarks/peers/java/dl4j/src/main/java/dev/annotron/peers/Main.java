package dev.annotron.peers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Prints the microseconds of one training step, or of one prediction, in DL4J.
 *
 * <p>Arguments: step or predict, a workload as in Workload.java, the number of threads, which the
 * variable OMP_NUM_THREADS says to DL4J.
 */
public final class Main {
  private Main() {}

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    boolean step = args[0].equals("step");
    switch (args[1]) {
      case "XOR" -> print(step, xor(), Nd4j.rand(4, 2), Nd4j.rand(4, 1));
      case "DIGITS_32" -> print(step, digits(), Nd4j.rand(32, 784), classes(32));
      case "DIGITS_128" -> print(step, digits(), Nd4j.rand(128, 784), classes(128));
      case "DIGITS_1024" -> print(step, digits(), Nd4j.rand(1024, 784), classes(1024));
      case "CONCRETE_32" -> print(step, concrete(), Nd4j.rand(32, 8), Nd4j.rand(32, 1));
      case "CONCRETE_256" -> print(step, concrete(), Nd4j.rand(256, 8), Nd4j.rand(256, 1));
      default -> System.exit(3);
    }
    System.exit(0); // threads of its own would go on
  }

  private static void print(boolean step, MultiLayerNetwork network, INDArray x, INDArray y)
      throws Exception {
    DataSet data = new DataSet(x, y);
    INDArray sample = Nd4j.rand(1, (int) x.size(1));
    double time =
        step
            ? Timing.microseconds(() -> network.fit(data))
            : Timing.microseconds(() -> network.output(sample));
    System.out.println(time);
  }

  private static MultiLayerNetwork xor() {
    return network(
        new Sgd(0.1), Activation.RELU, Activation.SIGMOID, LossFunction.XENT, 2, 8, 1);
  }

  private static MultiLayerNetwork digits() {
    return network(
        new Adam(1e-3), Activation.SIGMOID, Activation.SOFTMAX, LossFunction.MCXENT, 784, 50, 10);
  }

  private static MultiLayerNetwork concrete() {
    return network(
        new Adam(1e-3), Activation.RELU, Activation.IDENTITY, LossFunction.L1, 8, 512, 512, 512, 1);
  }

  private static MultiLayerNetwork network(
      IUpdater updater, Activation hidden, Activation output, LossFunction loss, int... sizes) {
    var layers = new NeuralNetConfiguration.Builder().seed(1).updater(updater).list();
    int last = sizes.length - 1;
    for (int i = 1; i < last; i++) {
      layers.layer(
          new DenseLayer.Builder().nIn(sizes[i - 1]).nOut(sizes[i]).activation(hidden).build());
    }
    layers.layer(
        new OutputLayer.Builder(loss)
            .nIn(sizes[last - 1])
            .nOut(sizes[last])
            .activation(output)
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  /** Ten classes in turn, each as a row with a one. */
  private static INDArray classes(int rows) {
    INDArray y = Nd4j.zeros(rows, 10);
    for (int i = 0; i < rows; i++) {
      y.putScalar(i, i % 10, 1);
    }
    return y;
  }
}

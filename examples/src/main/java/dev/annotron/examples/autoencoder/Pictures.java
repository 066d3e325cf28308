package dev.annotron.examples.autoencoder;

import dev.annotron.runtime.Dataset;

/** Pictures without their labels. */
final class Pictures {
  private Pictures() {}

  /** The pictures of a data set, each with itself as the target. */
  static Dataset asTargets(Dataset labelled) {
    float[][] pictures = new float[labelled.size()][];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = labelled.x(i);
    }
    return Dataset.of(pictures, pictures);
  }

  /** The mean of all pictures: what is best to show of a picture that one does not see. */
  static float[] mean(Dataset pictures) {
    double[] sum = new double[pictures.featureCount()];
    float[] picture = new float[sum.length];
    for (int i = 0; i < pictures.size(); i++) {
      pictures.copyX(i, picture, 0);
      for (int pixel = 0; pixel < sum.length; pixel++) {
        sum[pixel] += picture[pixel];
      }
    }
    for (int pixel = 0; pixel < sum.length; pixel++) {
      picture[pixel] = (float) (sum[pixel] / pictures.size());
    }
    return picture;
  }

  /** The mean squared difference of all pixels of all pictures from one picture. */
  static double error(float[] shown, Dataset pictures) {
    double sum = 0;
    float[] picture = new float[shown.length];
    for (int i = 0; i < pictures.size(); i++) {
      pictures.copyX(i, picture, 0);
      for (int pixel = 0; pixel < shown.length; pixel++) {
        double difference = shown[pixel] - picture[pixel];
        sum += difference * difference;
      }
    }
    return sum / shown.length / pictures.size();
  }
}

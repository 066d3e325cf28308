package dev.annotron.runtime.network;

/** The mean distance of outputs from their targets, or of its squares, or the root of those. */
final class DistanceMeter implements Meter {
  private final MetricFunction function;
  private final int outputs;
  private double sum;
  private long values;

  DistanceMeter(MetricFunction function, int outputs) {
    this.function = function;
    this.outputs = outputs;
  }

  @Override
  public void reset() {
    sum = 0;
    values = 0;
  }

  @Override
  public void add(float[] output, float[] target, int at, int rows) {
    boolean absolute = function == MetricFunction.MEAN_ABSOLUTE_ERROR;
    int count = rows * outputs;
    values += count;
    for (int i = 0; i < count; i++) {
      double distance = (double) output[i] - target[at + i];
      sum += absolute ? Math.abs(distance) : distance * distance;
    }
  }

  @Override
  public double value() {
    double mean = sum / values;
    return function == MetricFunction.ROOT_MEAN_SQUARED_ERROR ? Math.sqrt(mean) : mean;
  }
}

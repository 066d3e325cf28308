package dev.annotron.runtime.network;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;

/** The part of the data that is held back for validation: the last. */
final class HeldBack {
  private HeldBack() {}

  /** The samples that are left for training, as many as Keras leaves. */
  static int trained(Dataset data, double fraction) {
    int trained = (int) Math.floor(data.size() * (1 - fraction));
    if (trained == 0 || trained == data.size()) {
      throw new DataException(
          "validationSplit(" + fraction + ") of " + data.size() + " samples leaves a part empty",
          "at least 1 sample in each part",
          "Use another fraction, or more samples.");
    }
    return trained;
  }
}

package dev.annotron.runtime.network;

/** The value of one metric over the batches so far. */
interface Measure {

  /** The metric of the samples; there must be one. */
  double value();
}

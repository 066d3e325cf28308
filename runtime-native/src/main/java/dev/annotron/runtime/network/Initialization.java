package dev.annotron.runtime.network;

/** How a weight tensor starts; formulas as in {@code https://keras.io/api/layers/initializers/}. */
public enum Initialization {
  ZEROS,
  ONES,
  GLOROT_NORMAL,
  GLOROT_UNIFORM,
  HE_NORMAL,
  HE_UNIFORM,
  LECUN_NORMAL,
  LECUN_UNIFORM,
  RANDOM_UNIFORM,
  UNIT_FORGET,
  ORTHOGONAL
}

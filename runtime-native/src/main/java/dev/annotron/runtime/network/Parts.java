package dev.annotron.runtime.network;

/**
 * What a model is made of: shared by those who predict, evaluate and train.
 *
 * @param parameterCount the floats of {@code weights}
 */
record Parts<S>(
    Architecture architecture,
    Program<S> program,
    Storage<S> storage,
    S weights,
    int parameterCount) {

  /** A network with weights that are all 0. */
  static <S> Parts<S> of(Architecture architecture, Program<S> program, Storage<S> storage) {
    int count = architecture.parameterCount();
    return new Parts<>(architecture, program, storage, storage.allocate(count), count);
  }
}

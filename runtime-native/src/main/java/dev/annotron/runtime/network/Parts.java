package dev.annotron.runtime.network;

/** What a model is made of: shared by those who predict, evaluate and train. */
record Parts<S>(Architecture architecture, Program<S> program, Storage<S> storage, S weights) {

  int parameterCount() {
    return architecture.parameterCount();
  }
}

package dev.annotron.runtime.network;

/**
 * Where a training stands: all that a checkpoint holds.
 *
 * @param recorder the values of the epochs so far
 * @param pace the learning rate
 */
record Stand<S>(Parts<S> parts, TrainingMemory<S> memory, HistoryRecorder recorder, Pace pace) {}

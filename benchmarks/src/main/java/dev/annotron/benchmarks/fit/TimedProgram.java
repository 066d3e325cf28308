package dev.annotron.benchmarks.fit;

import dev.annotron.runtime.kernel.InputKernels;
import dev.annotron.runtime.network.Program;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** A network's computation that waits for its turn before some of its steps. */
record TimedProgram(Program<MemorySegment> program, Turns turns, int training)
    implements Program<MemorySegment> {

  @Override
  public void predict(MemorySegment weights, MemorySegment work, int rows) {
    program.predict(weights, work, rows);
  }

  @Override
  public double evaluate(MemorySegment weights, MemorySegment work, int rows) {
    return program.evaluate(weights, work, rows);
  }

  @Override
  public double differentiate(
      MemorySegment weights, MemorySegment gradients, MemorySegment work, int rows, long draw) {
    turns.step(training);
    return program.differentiate(weights, gradients, work, rows, draw);
  }

  @Override
  public void update(
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      float learningRate,
      long step) {
    program.update(weights, gradients, state, learningRate, step);
  }

  @Override
  public Optional<Program<MemorySegment>> reading(InputKernels input) {
    return program.reading(input).map(reading -> new TimedProgram(reading, turns, training));
  }

  @Override
  public void finish(MemorySegment weights, MemorySegment state) {
    program.finish(weights, state);
  }
}

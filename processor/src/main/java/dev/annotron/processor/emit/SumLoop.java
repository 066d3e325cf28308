package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;

/**
 * Loops that compute {@code count} sums, four at a time: four accumulators keep the multiply-add
 * units busy, where one would wait for its own last addition.
 *
 * @param outer the variable that numbers the sums
 * @param inner the head of the loop over the terms: {@code int k = 0; k < 8; k++}
 * @param start where a sum starts, by its number
 * @param term what is added in each round, by the sum's number
 * @param store the statement that stores a sum, by number and value
 */
record SumLoop(String outer, int count, String inner, Indexed start, Indexed term, Stored store) {
  private static final int LANES = 4;

  /** An expression that depends on an index. */
  @FunctionalInterface
  interface Indexed {
    CodeBlock at(String index);
  }

  /** A statement that stores a value at an index. */
  @FunctionalInterface
  interface Stored {
    CodeBlock at(String index, CodeBlock value);
  }

  void emit(CodeBlock.Builder code) {
    int whole = count / LANES * LANES;
    if (whole > 0) {
      code.beginControlFlow("for (int $1L = 0; $1L < $2L; $1L += $3L)", outer, whole, LANES);
      body(code, LANES);
      code.endControlFlow();
    }
    if (whole < count) {
      code.beginControlFlow("for (int $1L = $2L; $1L < $3L; $1L++)", outer, whole, count);
      body(code, 1);
      code.endControlFlow();
    }
  }

  private void body(CodeBlock.Builder code, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      String at = Operand.plus(outer, lane);
      code.addStatement("float s$L = $L", lane, start.at(at));
    }
    code.beginControlFlow("for ($L)", inner);
    for (int lane = 0; lane < lanes; lane++) {
      code.addStatement("s$L += $L", lane, term.at(Operand.plus(outer, lane)));
    }
    code.endControlFlow();
    for (int lane = 0; lane < lanes; lane++) {
      String at = Operand.plus(outer, lane);
      code.addStatement(store.at(at, CodeBlock.of("s$L", lane)));
    }
  }
}

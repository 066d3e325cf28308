package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;

/**
 * Statements that belong together in one method.
 *
 * @param bytes an upper estimate of their bytecode
 */
record Piece(CodeBlock code, int bytes) {
  /** The overhead of a loop over the samples. */
  static final int LOOP_BYTES = 40;

  /** The call of a function or kernel. */
  static final int CALL_BYTES = 60;
}

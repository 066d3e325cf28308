package dev.annotron.runtime.text;

import dev.annotron.runtime.AnnotronException;

/** What to say when there is not enough memory outside the heap. */
public final class MemoryLimit {
  private MemoryLimit() {}

  /**
   * A whole message.
   *
   * @param what who needs the memory, as the beginning of a sentence
   * @param bytes all that is needed at once
   * @param mend what else helps, as a sentence or several
   */
  public static String message(String what, long bytes, String mend) {
    return AnnotronException.message(
        what + " needs " + Numbers.bytes(bytes) + " of memory outside the heap",
        "no more than is left of what this JVM may take there",
        "Allow more with -XX:MaxDirectMemorySize, which is as much as -Xmx if it is not given. "
            + mend);
  }
}

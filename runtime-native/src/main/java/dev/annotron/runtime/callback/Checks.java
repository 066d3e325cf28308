package dev.annotron.runtime.callback;

import dev.annotron.runtime.AnnotronException;

/** Checks of settings. */
final class Checks {
  private Checks() {}

  static void check(boolean right, String name, Object found, String expected) {
    if (!right) {
      throw new IllegalArgumentException(
          AnnotronException.message(
              name + " is " + found, expected, "Keras's page of the callback has its meaning."));
    }
  }
}

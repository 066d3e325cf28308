package dev.annotron.runtime.network;

import dev.annotron.runtime.ProgressDisplay;
import java.io.Console;
import java.util.Iterator;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds a display for a terminal. A class of its own, so that others start without it. */
final class Displays {
  private Displays() {}

  /** The installed display, or null if there is none or the output is not a terminal. */
  @SuppressWarnings("SystemConsoleNull") // It is null wherever jdk.console says java.base.
  static ProgressDisplay.@Nullable Factory find() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return null;
    }
    Iterator<ProgressDisplay.Factory> found =
        ServiceLoader.load(ProgressDisplay.Factory.class, Displays.class.getClassLoader())
            .iterator();
    return found.hasNext() ? found.next() : null;
  }
}

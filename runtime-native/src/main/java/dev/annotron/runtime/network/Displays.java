package dev.annotron.runtime.network;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.ProgressDisplay;
import java.io.Console;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Finds a display for a terminal. A class of its own, so that others start without it. */
final class Displays {
  private Displays() {}

  /** Whether it was said that a display is of no use; once is enough. */
  static final AtomicBoolean TOLD = new AtomicBoolean();

  /**
   * The installed display, or null if there is none, if it lacks its library, or if the output is
   * not a terminal.
   */
  @SuppressWarnings("SystemConsoleNull") // It is null wherever jdk.console says java.base.
  static ProgressDisplay.@Nullable Factory find() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return null;
    }
    return first(
        ServiceLoader.load(ProgressDisplay.Factory.class, Displays.class.getClassLoader()));
  }

  /** The first of the providers; null if there is none, or if it cannot be made. */
  static ProgressDisplay.@Nullable Factory first(Iterable<ProgressDisplay.Factory> providers) {
    try {
      Iterator<ProgressDisplay.Factory> found = providers.iterator();
      return found.hasNext() ? found.next() : null;
    } catch (ServiceConfigurationError | LinkageError e) {
      useless(e);
      return null;
    }
  }

  /** Says that training goes on without its display, and why. */
  static void useless(Error why) {
    if (!TOLD.getAndSet(true)) {
      Throwable cause = why.getCause() == null ? why : why.getCause();
      System.err.println(
          AnnotronException.message(
              "The progress display does not work: " + cause,
              "annotron-progress with its library progressbar on the class path",
              "Add what is missing; until then lines are printed."));
    }
  }
}

package dev.annotron.processor;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Exceptions as text. */
final class Failures {
  private Failures() {}

  /** What happened and where, in one line: enough to find the place. */
  static String summary(Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    String place = frames.length == 0 ? "" : " at " + frames[0];
    return failure + place;
  }

  static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}

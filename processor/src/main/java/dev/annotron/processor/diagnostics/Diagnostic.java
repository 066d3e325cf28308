package dev.annotron.processor.diagnostics;

/** One problem found in a model, ready to be printed. */
public record Diagnostic(Code code, Position at, String message) {

  /** What is printed: the searchable name, then the message. */
  public String text() {
    return "[" + code.id() + "] " + message;
  }
}

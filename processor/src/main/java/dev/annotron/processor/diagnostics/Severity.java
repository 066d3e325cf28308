package dev.annotron.processor.diagnostics;

/** How bad a problem is. */
public enum Severity {
  /** Nothing is generated. */
  ERROR,
  /** The class is generated, and probably not what was meant. */
  WARNING,
  /** Something to know. */
  NOTE
}

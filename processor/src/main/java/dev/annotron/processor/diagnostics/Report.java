package dev.annotron.processor.diagnostics;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one model while the stages run; they are printed once, at the end. */
public final class Report {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  public void add(Code code, Position at, String message) {
    diagnostics.add(new Diagnostic(code, at, message));
  }

  /** Adds a problem in the words of the catalogue. */
  public void addAs(Code code, Position at, Object... blanks) {
    add(code, at, code.message(blanks));
  }

  public void addAll(Report other) {
    diagnostics.addAll(other.diagnostics);
  }

  /** Whether anything was found that forbids to generate code. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(found -> found.code().severity() == Severity.ERROR);
  }

  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }
}

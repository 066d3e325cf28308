package dev.annotron.processor.diagnostics;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one model while the stages run; they are printed once, at the end. */
public final class Report {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  public void add(Code code, Position at, String message) {
    diagnostics.add(new Diagnostic(code, at, message));
  }

  public boolean hasErrors() {
    return !diagnostics.isEmpty();
  }

  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }
}

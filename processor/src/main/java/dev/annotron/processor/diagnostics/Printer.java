package dev.annotron.processor.diagnostics;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Hands problems to javac; nothing else does. */
public final class Printer {
  private final Messager messager;
  private final boolean warningsAreErrors;

  public Printer(Messager messager, boolean warningsAreErrors) {
    this.messager = messager;
    this.warningsAreErrors = warningsAreErrors;
  }

  /**
   * Prints all problems but warnings that the user switched off. Those at one position share a
   * message, because javac keeps silent about a second error at a position. A mistake in a block is
   * told once, in the block, however often the block is used; a note shows each use.
   */
  public void print(Report report) {
    Map<Position, List<Diagnostic>> byPosition = new LinkedHashMap<>();
    for (Diagnostic found : report.diagnostics()) {
      if (!Suppression.applies(found)) {
        byPosition.computeIfAbsent(found.at().inside(), _ -> new ArrayList<>()).add(found);
      }
    }
    byPosition.forEach(this::print);
  }

  /** Tells something that is no problem, such as a dump that was asked for. */
  public void note(String text) {
    messager.printMessage(Kind.NOTE, text);
  }

  private void print(Position at, List<Diagnostic> found) {
    Severity worst =
        found.stream().map(one -> one.code().severity()).min(naturalOrder()).orElseThrow();
    Map<Code, Diagnostic> once = new LinkedHashMap<>();
    List<Diagnostic> told =
        found.stream()
            .filter(one -> one.at().use() == null || once.putIfAbsent(one.code(), one) == null)
            .sorted(comparing(one -> one.code().severity()))
            .toList();
    String text = told.stream().map(Diagnostic::text).collect(Collectors.joining("\n"));
    messager.printMessage(kind(worst), text, at.element(), at.annotation(), at.value());
    found.stream()
        .filter(one -> one.at().use() != null)
        .collect(
            Collectors.toMap(
                one -> one.at().outermost(), one -> one, (first, _) -> first, LinkedHashMap::new))
        .forEach(this::showUse);
  }

  private void showUse(Position use, Diagnostic found) {
    String text = "[" + found.code().id() + "] the block is used here";
    messager.printMessage(Kind.NOTE, text, use.element(), use.annotation(), use.value());
  }

  private Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Kind.ERROR;
      case WARNING -> warningsAreErrors ? Kind.ERROR : Kind.WARNING;
      case NOTE -> Kind.NOTE;
    };
  }
}

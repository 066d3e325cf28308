package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.diagnostics.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Finds out which layers a layer reads: those its parameters name, or else the one above. */
final class InputReader {
  private final List<String> names;
  private final boolean hasInput;
  private final Report report;

  /**
   * @param hasInput whether the network has an input; without one, nothing is above the first layer
   */
  InputReader(List<ExecutableElement> methods, boolean hasInput, Report report) {
    this.hasInput = hasInput;
    this.names = methods.stream().map(method -> method.getSimpleName().toString()).toList();
    this.report = report;
  }

  /** The names of earlier layers; empty if one of them is not to be found. */
  Optional<List<Value<String>>> read(ExecutableElement method, boolean isInput) {
    String layer = method.getSimpleName().toString();
    if (isInput) {
      readsNothing(layer, method);
      return Optional.of(List.of());
    }
    return method.getParameters().isEmpty()
        ? above(layer, Position.of(method))
        : named(layer, method.getParameters());
  }

  /** Whatever the parameters of an input are: mending them would only lead to their removal. */
  private void readsNothing(String input, ExecutableElement method) {
    int found = method.getParameters().size();
    if (found > 0) {
      report.add(
          Code.INPUT_COUNT,
          Position.of(method),
          "%s: @Input takes no input, found %d; remove the parameters".formatted(input, found));
    }
  }

  private Optional<List<Value<String>>> above(String layer, Position at) {
    int index = names.indexOf(layer);
    if (index > 0) {
      return Optional.of(List.of(new Value<>(names.get(index - 1), at)));
    }
    if (hasInput) {
      report.addAs(Code.LAYER_ABOVE_MISSING, at, layer);
    }
    return Optional.empty();
  }

  private Optional<List<Value<String>>> named(
      String layer, List<? extends VariableElement> parameters) {
    List<Value<String>> inputs = new ArrayList<>();
    for (VariableElement parameter : parameters) {
      String name = parameter.getSimpleName().toString();
      if (isTensor(layer, parameter) && isAbove(layer, name, Position.of(parameter))) {
        inputs.add(new Value<>(name, Position.of(parameter)));
      }
    }
    return inputs.size() == parameters.size() ? Optional.of(inputs) : Optional.empty();
  }

  private boolean isTensor(String layer, VariableElement parameter) {
    boolean fits = AnnotationKinds.isTensor(parameter.asType());
    if (!fits) {
      report.addAs(
          Code.PARAMETER_TYPE,
          Position.of(parameter),
          layer,
          AnnotationKinds.tensorBeside(parameter.asType()),
          parameter.asType(),
          parameter.getSimpleName());
    }
    return fits;
  }

  private boolean isAbove(String layer, String name, Position at) {
    int index = names.indexOf(name);
    if (index < 0) {
      report.addAs(Code.LAYER_UNKNOWN, at, layer, name, mend(layer, name));
    } else if (name.equals(layer)) {
      report.addAs(Code.LAYER_SELF, at, layer);
    } else if (index > names.indexOf(layer)) {
      report.addAs(Code.LAYER_ORDER, at, layer, name);
    }
    return index >= 0 && index < names.indexOf(layer);
  }

  private String mend(String layer, String name) {
    List<String> earlier = names.subList(0, names.indexOf(layer));
    return Suggestion.nearest(name, earlier)
        .map("did you mean %s?"::formatted)
        .orElse("layers above are " + String.join(", ", earlier));
  }
}

package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.JavaFileObject;

/** What an interface must be to be used as a block. */
final class BlockRules {
  /** What javac calls parameters whose names are not in a class file. */
  private static final Pattern NAMELESS = Pattern.compile("arg\\d+");

  private final AnnotationKinds kinds;
  private final Report report;

  BlockRules(AnnotationKinds kinds, Report report) {
    this.kinds = kinds;
    this.report = report;
  }

  /** The interface that a use names; empty if it cannot be a block. */
  Optional<TypeElement> type(LayerSpec use) {
    Value<String> name = use.layer().text("value");
    TypeElement type = kinds.elements().getTypeElement(name.value());
    String found = type == null ? name.value() + ".class" : mistake(type);
    if (!found.isEmpty()) {
      report.add(
          Code.BLOCK_FORM,
          name.at(),
          "%s: a block is an interface whose methods are layers, the first an @Input, found %s"
              .formatted(use.name(), found));
      return Optional.empty();
    }
    return Optional.of(type);
  }

  /** What is wrong with a type and how to mend it; empty if it can be a block. */
  private String mistake(TypeElement type) {
    String name = type.getSimpleName().toString();
    if (type.getKind() != ElementKind.INTERFACE) {
      return type.getKind().name().toLowerCase(Locale.ROOT) + " " + name + "; name an interface";
    }
    if (!type.getTypeParameters().isEmpty()) {
      return "type parameters of " + name + "; remove them";
    }
    if (!type.getInterfaces().isEmpty()) {
      return name + " extends others; move their layers into " + name;
    }
    List<ExecutableElement> methods = LayerReader.layerMethods(type);
    long inputs = methods.stream().filter(this::isInput).count();
    if (inputs == 0) {
      return name + " without an input; make its first method one, such as @Input Tensor x()";
    }
    if (inputs == methods.size()) {
      return name + " with inputs only; add a layer to it";
    }
    return !isSource(type) && methods.stream().anyMatch(BlockRules::isNameless)
        ? name + " compiled without the names of parameters; compile it with javac -parameters"
        : "";
  }

  private boolean isInput(ExecutableElement method) {
    return kinds.on(method).stream().anyMatch(AnnotationKinds::isInput);
  }

  private static boolean isNameless(ExecutableElement method) {
    return method.getParameters().stream()
        .map(VariableElement::getSimpleName)
        .anyMatch(name -> NAMELESS.matcher(name).matches());
  }

  /** Whether a type is compiled together with those that use it. */
  boolean isSource(TypeElement type) {
    JavaFileObject file = kinds.elements().getFileObjectOf(type);
    return file != null && file.getKind() == JavaFileObject.Kind.SOURCE;
  }

  /** Whether a use has an input for each of the block's. */
  boolean inputsFit(LayerSpec use, BlockBody body, TypeElement type) {
    int expected = body.inputs().size();
    int found = use.inputs().size();
    if (found != expected) {
      String names = body.inputs().stream().map(LayerSpec::name).collect(Collectors.joining(", "));
      report.add(
          Code.INPUT_COUNT,
          use.at(),
          "%s: block %s takes %s (%s), found %d; name a layer for each as parameters"
              .formatted(use.name(), type.getSimpleName(), count(expected), names, found));
    }
    return found == expected;
  }

  private static String count(int inputs) {
    return inputs == 1 ? "one input" : inputs + " inputs";
  }

  /** The layers of a block, with what only networks may have reported and taken away. */
  static List<LayerSpec> inside(List<LayerSpec> layers, Report report) {
    List<LayerSpec> allowed = new ArrayList<>();
    for (LayerSpec layer : layers) {
      layer
          .modifier("Output")
          .ifPresent(output -> report.addAs(Code.BLOCK_OUTPUT, output.at(), layer.name()));
      allowed.add(layer.without("Output"));
    }
    return allowed;
  }
}

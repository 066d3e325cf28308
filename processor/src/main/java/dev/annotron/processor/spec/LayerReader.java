package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the methods of an interface as layers. */
final class LayerReader {
  private final AnnotationKinds kinds;
  private final Report report;
  private boolean foundAll = true;
  private String last = "";

  LayerReader(AnnotationKinds kinds, Report report) {
    this.kinds = kinds;
    this.report = report;
  }

  /**
   * The layers that could be read, in source order. One that could not is left out, but its name
   * stays known: those that read it are not to blame.
   */
  List<LayerSpec> read(TypeElement network) {
    checkForm(network, layerMethods(network));
    return layers(network);
  }

  /** The same without a look at which layers there are. */
  List<LayerSpec> layers(TypeElement network) {
    List<ExecutableElement> methods = layerMethods(network);
    checkHelpers(network);
    InputReader inputs = new InputReader(methods, methods.stream().anyMatch(this::isInput), report);
    List<LayerSpec> layers = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ExecutableElement method : methods) {
      last = name(method);
      checkReturnType(method);
      SignatureRules.check(method, report);
      if (seen.add(name(method))) {
        layer(method, inputs).ifPresentOrElse(layers::add, () -> foundAll = false);
      } else {
        foundAll = false;
        report.addAs(Code.LAYER_DUPLICATE, Position.of(method), name(method));
      }
    }
    return layers;
  }

  /** Whether nothing was left out or missing in what was read. */
  boolean foundAll() {
    return foundAll;
  }

  /** Whether the last of these layers is the last that is declared. */
  boolean foundLast(List<LayerSpec> layers) {
    return !layers.isEmpty() && layers.getLast().name().equals(last);
  }

  /** The abstract methods; others are the user's own helpers. */
  static List<ExecutableElement> layerMethods(TypeElement network) {
    return ElementFilter.methodsIn(network.getEnclosedElements()).stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .toList();
  }

  private void checkHelpers(TypeElement network) {
    for (ExecutableElement method : ElementFilter.methodsIn(network.getEnclosedElements())) {
      if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
        kinds.on(method).forEach(mirror -> complainOfBody(method, mirror));
      }
    }
  }

  private void complainOfBody(ExecutableElement method, AnnotationMirror mirror) {
    String word =
        method.isDefault()
            ? "default"
            : method.getModifiers().contains(Modifier.STATIC) ? "static" : "private";
    String annotation = AnnotationKinds.name(mirror);
    report.addAs(Code.LAYER_BODY, Position.of(method, mirror), name(method), word, annotation);
  }

  /** A network has inputs, and something behind them; a method that says nothing may be either. */
  private void checkForm(TypeElement network, List<ExecutableElement> methods) {
    boolean clear =
        methods.stream().allMatch(method -> kinds.on(method).stream().anyMatch(kinds::isLayer));
    if (clear && methods.stream().noneMatch(this::isInput)) {
      foundAll = false;
      report.addAs(Code.INPUT_MISSING, Position.of(network), network.getSimpleName());
    } else if (clear && methods.stream().allMatch(this::isInput)) {
      foundAll = false;
      report.addAs(Code.LAYER_MISSING, Position.of(network), network.getSimpleName());
    } else if (!methods.isEmpty() && isInput(methods.getLast())) {
      foundAll = false;
      report.addAs(Code.INPUT_LAST, Position.of(methods.getLast()), name(methods.getLast()));
    }
  }

  private boolean isInput(ExecutableElement method) {
    return kinds.on(method).stream().anyMatch(AnnotationKinds::isInput);
  }

  private Optional<LayerSpec> layer(ExecutableElement method, InputReader inputs) {
    List<AnnotationMirror> ours = kinds.on(method);
    Optional<AnnotationSpec> layer = layerAnnotation(method, ours);
    List<AnnotationSpec> modifiers =
        ours.stream()
            .filter(mirror -> !kinds.isLayer(mirror))
            .flatMap(mirror -> AnnotationReader.read(method, mirror).stream())
            .toList();
    Optional<List<Value<String>>> read = inputs.read(method, isInput(method));
    foundAll &= read.isPresent();
    // A layer whose inputs are unknown stays, so that its attributes are looked at all the same.
    List<Value<String>> known =
        read.orElse(List.of(new Value<>(LayerSpec.UNKNOWN, Position.of(method))));
    return layer.map(
        annotation ->
            new LayerSpec(name(method), Position.of(method), annotation, known, modifiers));
  }

  private Optional<AnnotationSpec> layerAnnotation(
      ExecutableElement method, List<AnnotationMirror> ours) {
    List<AnnotationMirror> found = ours.stream().filter(kinds::isLayer).toList();
    if (found.isEmpty()) {
      report.addAs(Code.LAYER_ANNOTATION_MISSING, Position.of(method), name(method));
      return Optional.empty();
    }
    if (found.size() > 1) {
      report.addAs(
          Code.LAYER_ANNOTATION_COUNT,
          Position.of(method, found.get(1)),
          name(method),
          AnnotationKinds.name(found.get(0)),
          AnnotationKinds.name(found.get(1)));
      return Optional.empty();
    }
    Optional<AnnotationSpec> read = AnnotationReader.read(method, found.getFirst());
    if (read.isPresent() && AnnotationKinds.name(found.getFirst()).equals(LambdaRules.LAMBDA)) {
      LambdaRules.check(kinds.elements(), method, found.getFirst(), report);
    }
    return read;
  }

  private void checkReturnType(ExecutableElement method) {
    TypeMirror type = method.getReturnType();
    if (!AnnotationKinds.isTensor(type)) {
      report.addAs(
          Code.RETURN_TYPE,
          Position.of(method),
          name(method),
          AnnotationKinds.tensorBeside(type),
          type);
    }
  }

  private static String name(ExecutableElement method) {
    return method.getSimpleName().toString();
  }
}

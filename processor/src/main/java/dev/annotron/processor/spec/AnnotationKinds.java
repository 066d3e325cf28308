package dev.annotron.processor.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Tells the project's annotations apart by where they stand, so that most new ones need no line
 * here: on a method a layer or its modifier, on an interface an optimizer, unless it is listed as
 * standing beside one.
 *
 * @param layers the simple names of the annotations that make a method a layer
 */
record AnnotationKinds(Elements elements, Set<String> layers) {
  static final String NETWORK = "Network";
  static final String TRAIN = "Train";
  static final String INPUT = "Input";
  static final String DEFAULT_OPTIMIZER = "Adam";
  static final String PACKAGE = "dev.annotron";
  private static final Set<String> SCHEDULES =
      Set.of(
          "ExponentialDecay",
          "InverseTimeDecay",
          "PolynomialDecay",
          "CosineDecay",
          "CosineDecayRestarts",
          "PiecewiseConstantDecay",
          "OneCycle");
  private static final Set<String> BESIDE_OPTIMIZERS =
      Set.of(
          "ClipValue",
          "ClipNorm",
          "GlobalClipNorm",
          "WeightDecay",
          "Ema",
          "GradientAccumulation",
          "LossOptions");
  private static final String TENSOR = PACKAGE + ".Tensor";

  /** The project's annotations on an element, in source order; a repeated one is left to javac. */
  List<AnnotationMirror> on(Element element) {
    Set<String> seen = new HashSet<>();
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> isOurs(typeOf(mirror)) && seen.add(name(mirror)))
        .map(mirror -> (AnnotationMirror) mirror)
        .toList();
  }

  boolean isLayer(AnnotationMirror mirror) {
    return layers.contains(name(mirror));
  }

  /** Whether an annotation of an interface is an optimizer. */
  boolean isOptimizer(AnnotationMirror mirror) {
    return !name(mirror).equals(NETWORK)
        && !name(mirror).equals(TRAIN)
        && !isBesideOptimizer(mirror);
  }

  /** Whether an annotation of an interface says more of the training: a schedule, clipping, ... */
  boolean isBesideOptimizer(AnnotationMirror mirror) {
    return isSchedule(name(mirror)) || BESIDE_OPTIMIZERS.contains(name(mirror));
  }

  static boolean isSchedule(String name) {
    return SCHEDULES.contains(name);
  }

  static boolean isInput(AnnotationMirror mirror) {
    return name(mirror).equals(INPUT);
  }

  static boolean isTensor(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(TENSOR);
  }

  /** What the user writes for a tensor instead of a type, which may have the same simple name. */
  static String tensorBeside(TypeMirror found) {
    return found.toString().endsWith("Tensor") ? TENSOR : "Tensor";
  }

  static String name(AnnotationMirror mirror) {
    return typeOf(mirror).getSimpleName().toString();
  }

  static TypeElement typeOf(AnnotationMirror mirror) {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  private boolean isOurs(TypeElement type) {
    return elements.getPackageOf(type).getQualifiedName().contentEquals(PACKAGE);
  }
}

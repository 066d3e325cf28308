package dev.annotron.processor.diagnostics;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in the user's source, as exactly as known: an element, one of its
 * annotations, one value in that. Later stages carry it along unopened.
 */
public record Position(
    @Nullable Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value) {

  /** For specs that no source stands behind, as in tests of later stages. */
  public static final Position NOWHERE = new Position(null, null, null);

  public static Position of(Element element) {
    return new Position(element, null, null);
  }

  public static Position of(Element element, AnnotationMirror annotation) {
    return new Position(element, annotation, null);
  }
}

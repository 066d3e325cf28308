package dev.annotron.processor.diagnostics;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in the user's source, as exactly as known: an element, one of its
 * annotations, one value in that. Later stages carry it along unopened.
 *
 * @param use where the block is used in which this stands; null outside blocks
 */
public record Position(
    @Nullable Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value,
    @Nullable Position use) {

  /** For specs that no source stands behind, as in tests of later stages. */
  public static final Position NOWHERE = new Position(null, null, null);

  /** A position outside blocks. */
  public Position(
      @Nullable Element element,
      @Nullable AnnotationMirror annotation,
      @Nullable AnnotationValue value) {
    this(element, annotation, value, null);
  }

  public static Position of(Element element) {
    return new Position(element, null, null);
  }

  public static Position of(Element element, AnnotationMirror annotation) {
    return new Position(element, annotation, null);
  }

  /** The same in a block that is used at {@code where}. */
  public Position usedAt(Position where) {
    return new Position(element, annotation, value, use == null ? where : use.usedAt(where));
  }

  /** The places at which a problem here is shown: here, and where the outermost block is used. */
  List<Position> shown() {
    if (use == null) {
      return List.of(this);
    }
    Position outermost = use;
    while (outermost.use != null) {
      outermost = outermost.use;
    }
    return List.of(new Position(element, annotation, value), outermost);
  }
}

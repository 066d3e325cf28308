package dev.annotron.processor.diagnostics;

import java.util.Objects;
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

  /**
   * Whether this is a method, and {@code other} stands beside it in the source: not what the use of
   * a block says of its layers.
   */
  public boolean holds(Position other) {
    return element != null
        && annotation == null
        && element.equals(other.element)
        && Objects.equals(use, other.use);
  }

  /** The same without the use: in a block, the place in the block alone. */
  Position inside() {
    return use == null ? this : new Position(element, annotation, value);
  }

  /** Where the outermost block is used in which this stands; the same outside blocks. */
  Position outermost() {
    Position outermost = this;
    while (outermost.use != null) {
      outermost = outermost.use;
    }
    return outermost;
  }
}

package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Diagnostic;
import java.util.List;

/**
 * What an interface that is used as a block consists of.
 *
 * @param layers its layers, blocks in it expanded; empty if they cannot be used
 * @param complete whether all layers could be read
 * @param problems what is wrong inside, in its own names
 */
record BlockBody(List<LayerSpec> layers, boolean complete, List<Diagnostic> problems) {

  List<LayerSpec> inputs() {
    return layers.stream().filter(BlockBody::isInput).toList();
  }

  private static boolean isInput(LayerSpec layer) {
    return layer.layer().kind().equals(AnnotationKinds.INPUT) && !layer.isInBlock();
  }
}

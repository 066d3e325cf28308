package dev.annotron.processor.numbers;

import java.util.List;
import java.util.stream.Stream;

/** All layers that are kernel calls, by families. */
final class RandomLayers {
  static final List<RandomLayer> ALL =
      Stream.of(
              RandomShapeLayers.ALL,
              RandomNormalizationLayers.ALL,
              RandomConvolutionLayers.ALL,
              RandomSequenceLayers.ALL)
          .flatMap(List::stream)
          .toList();

  private RandomLayers() {}
}

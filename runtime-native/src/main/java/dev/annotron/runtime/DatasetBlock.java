package dev.annotron.runtime;

import java.util.List;

/**
 * What a data set and all its views share: two row-major blocks of float32.
 *
 * @param features {@code rows * featureCount} floats
 * @param targets {@code rows * targetCount} floats
 * @param names what the columns and classes are called
 */
record DatasetBlock(
    int rows,
    int featureCount,
    int targetCount,
    DatasetMemory features,
    DatasetMemory targets,
    Names names) {

  /** What columns and classes are called; a list is empty where nothing has a name. */
  record Names(List<String> features, List<String> targets, List<String> classes) {
    static final Names NONE = new Names(List.of(), List.of(), List.of());
  }
}

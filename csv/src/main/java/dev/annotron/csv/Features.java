package dev.annotron.csv;

import java.util.List;

/** Which columns are features. */
sealed interface Features {

  /** The named ones, in that order. */
  record Only(List<String> names) implements Features {}

  /** All but the named ones and the targets. */
  record Except(List<String> names) implements Features {}
}

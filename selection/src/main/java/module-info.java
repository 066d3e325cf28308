/** Cross-validation, ensembles and searches for options. */
module dev.annotron.selection {
  requires static org.jspecify;
  requires transitive dev.annotron.runtime;

  exports dev.annotron.selection;
}

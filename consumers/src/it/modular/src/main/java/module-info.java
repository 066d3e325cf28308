/** A module with a network in an exported package. */
module org.example {
  requires static transitive dev.annotron;
  requires transitive dev.annotron.runtime;

  exports org.example;
}

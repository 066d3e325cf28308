/** Data sets from CSV files. */
module dev.annotron.csv {
  requires static org.jspecify;
  requires transitive dev.annotron.runtime;
  requires de.siegmar.fastcsv;

  exports dev.annotron.csv;
}

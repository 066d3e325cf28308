/** Pictures of networks and their training, and a report of a run as one HTML file. */
module dev.annotron.report {
  requires static org.jspecify;
  requires transitive dev.annotron.runtime;
  requires com.github.weisj.jsvg;
  requires java.desktop;

  exports dev.annotron.report;
}

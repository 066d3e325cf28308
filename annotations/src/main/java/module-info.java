/** The annotations that describe a neural network, its layers and its training. */
module dev.annotron {
  requires static org.jspecify;

  exports dev.annotron;
}

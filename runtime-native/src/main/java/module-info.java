/** The runtime of compiled networks: models, data sets, training loop, kernels. */
module dev.annotron.runtime {
  requires static org.jspecify;

  exports dev.annotron.runtime;
  exports dev.annotron.runtime.kernel;
  exports dev.annotron.runtime.network;

  uses dev.annotron.runtime.ProgressDisplay.Factory;
}

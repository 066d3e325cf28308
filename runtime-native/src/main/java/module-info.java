/** The runtime of compiled networks: models, data sets, training loop, kernels. */
@SuppressWarnings("module") // Of the module dev.annotron.report, which is built after this.
module dev.annotron.runtime {
  requires static org.jspecify;

  exports dev.annotron.runtime;
  exports dev.annotron.runtime.file to
      dev.annotron.report;
  exports dev.annotron.runtime.callback;
  exports dev.annotron.runtime.kernel;
  exports dev.annotron.runtime.network;
  exports dev.annotron.runtime.text to
      dev.annotron.report,
      dev.annotron.selection;

  uses dev.annotron.runtime.ProgressDisplay.Factory;
}

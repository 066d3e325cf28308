/** A progress bar for training on a terminal. */
module dev.annotron.progress {
  requires static org.jspecify;
  requires dev.annotron.runtime;
  requires me.tongfei.progressbar;

  provides dev.annotron.runtime.ProgressDisplay.Factory with
      dev.annotron.progress.ProgressBarFactory;
}

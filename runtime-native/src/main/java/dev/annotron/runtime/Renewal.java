package dev.annotron.runtime;

/**
 * Makes the samples of each epoch anew, such as by augmentation; see {@link Dataset#renewing}. It
 * may serve several trainings at once.
 */
public interface Renewal {

  /** Starts a training on these samples. */
  Epochs start(Dataset samples);

  /** The epochs of one training, asked for one after another. */
  interface Epochs {

    /**
     * The samples of an epoch: as many as at the start, in the same order, of the same form. They
     * need not stay as they are once the next epoch was asked for.
     *
     * @param number counts all epochs of the network, from 0, over all its trainings
     * @param another whether {@code number + 1} will follow, and may be made ahead
     */
    Dataset next(long number, boolean another);
  }
}

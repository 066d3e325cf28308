package dev.annotron.selection;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.Predicting;
import java.util.Arrays;
import java.util.List;

/**
 * Several trained networks that predict as one. They may be of different kinds, as long as their
 * samples and outputs mean the same. Immutable, and as safe from many threads as its members.
 * Whatever judges or draws predictions takes an ensemble as it takes a network: {@link #score},
 * {@link dev.annotron.runtime.ConfusionMatrix}, the pictures of a report.
 *
 * <p>A prediction costs that of all members. An ensemble is no {@link Model}, as it is not trained
 * as a whole and has no weights of its own: train its members, on the same data from different
 * seeds, or on the folds of a {@link CrossValidation}, and save each in a file of its own.
 */
public final class Ensemble implements Predicting {
  private final List<Model> models;
  private final Combination combination;

  private Ensemble(List<? extends Model> models, Combination combination) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException(
          AnnotronException.message("there is no model", "at least 1", "Train some."));
    }
    this.models = List.copyOf(models);
    this.combination = combination;
  }

  /** Each output is the mean of the members' outputs, summed in double. */
  public static Ensemble mean(List<? extends Model> models) {
    return new Ensemble(models, Combination.MEAN);
  }

  /**
   * Each member has one vote, and an output is the share of the votes for it. A member votes for
   * its largest output, the first of equals; one with a single output (a probability) votes for it
   * above 0.5 and against it otherwise.
   */
  public static Ensemble vote(List<? extends Model> models) {
    return new Ensemble(models, Combination.VOTE);
  }

  /**
   * Each output is the largest among the members: the surest decides. Of probabilities the sum may
   * be above 1.
   */
  public static Ensemble max(List<? extends Model> models) {
    return new Ensemble(models, Combination.MAX);
  }

  /** The members. */
  public List<Model> models() {
    return models;
  }

  /**
   * The combined outputs for one sample.
   *
   * @throws IllegalArgumentException if {@code x} is no sample of a member, or if members have
   *     different numbers of outputs
   */
  @Override
  public float[] predict(float... x) {
    float[][] outputs = new float[models.size()][];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = models.get(i).predict(x);
      if (outputs[i].length != outputs[0].length) {
        throw new IllegalArgumentException(
            AnnotronException.message(
                "member " + i + " has " + outputs[i].length + " outputs",
                outputs[0].length + " as member 0 has",
                "Put only networks together whose outputs mean the same."));
      }
    }
    return combination.of(outputs);
  }

  @Override
  public float[][] predict(float[][] x) {
    float[][] outputs = new float[x.length][];
    for (int i = 0; i < x.length; i++) {
      outputs[i] = predict(x[i]);
    }
    return outputs;
  }

  /**
   * The combined outputs for one sample, written to {@code out}; allocates the members' outputs.
   */
  @Override
  public void predict(float[] x, float[] out) {
    float[] combined = predict(x);
    if (out.length != combined.length) {
      throw new IllegalArgumentException(
          AnnotronException.message(
              "out has room for " + out.length + " values",
              combined.length + ", the outputs of the ensemble",
              "Give an array of that length."));
    }
    System.arraycopy(combined, 0, out, 0, out.length);
  }

  /**
   * Loss and metrics over a data set, by the losses and metrics of the first member, computed from
   * the combined outputs: see {@link Model#evaluate(Dataset, Predicting)}.
   *
   * @throws dev.annotron.runtime.DataException if the data does not fit the first member
   * @throws AnnotronException if the loss is infinite or NaN
   */
  public Evaluation evaluate(Dataset data) {
    return models.getFirst().evaluate(data, this);
  }

  /** The mean of a score over the samples of a data set. */
  public double score(Dataset data, Score score) {
    return score.mean(this, data);
  }

  /** How many members there are, and how their outputs are combined. */
  @Override
  public String toString() {
    return combination + " of " + models.size() + " models";
  }

  /** How outputs become one. */
  private enum Combination {
    MEAN {
      @Override
      float[] of(float[][] outputs) {
        float[] mean = new float[outputs[0].length];
        for (int i = 0; i < mean.length; i++) {
          double sum = 0;
          for (float[] output : outputs) {
            sum += output[i];
          }
          mean[i] = (float) (sum / outputs.length);
        }
        return mean;
      }
    },
    VOTE {
      @Override
      float[] of(float[][] outputs) {
        float[] votes = new float[outputs[0].length];
        for (float[] output : outputs) {
          if (output.length > 1) {
            votes[Score.largest(output)]++;
          } else if (output[0] > 0.5f) {
            votes[0]++;
          }
        }
        for (int i = 0; i < votes.length; i++) {
          votes[i] /= outputs.length;
        }
        return votes;
      }
    },
    MAX {
      @Override
      float[] of(float[][] outputs) {
        float[] most = Arrays.copyOf(outputs[0], outputs[0].length);
        for (float[] output : outputs) {
          for (int i = 0; i < most.length; i++) {
            most[i] = Math.max(most[i], output[i]);
          }
        }
        return most;
      }
    };

    abstract float[] of(float[][] outputs);

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}

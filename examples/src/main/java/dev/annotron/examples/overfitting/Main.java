package dev.annotron.examples.overfitting;

import dev.annotron.examples.Example;
import dev.annotron.examples.Options;
import dev.annotron.examples.Result;
import dev.annotron.images.Augmentation;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.callback.EarlyStopping;
import dev.annotron.selection.CrossValidation;
import dev.annotron.selection.CrossValidationResult;
import dev.annotron.selection.Ensemble;
import dev.annotron.selection.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Three hundred digits of MNIST, learned by heart, and every cure: the gap between the loss on
 * samples that were not seen and on those that were, without and with each.
 */
public final class Main {
  private static final String ORIGIN =
      "the MNIST database of handwritten digits\n"
          + "by Yann LeCun, Corinna Cortes and Christopher J. C. Burges";
  private static final int FEW = 300;
  private static final int MORE = 3000;
  private static final int OTHERS = 2000;
  private static final int FOLDS = 5;
  private static final int[] EPOCHS = {5, 15, 60};

  private final Dataset few;
  private final Dataset more;
  private final Dataset others;
  private final FitOptions fit;
  private final List<Cure> cures = new ArrayList<>();

  private Main(Dataset all, FitOptions fit) {
    this.few = all.take(FEW);
    this.more = all.take(MORE);
    this.others = all.skip(MORE).take(OTHERS);
    this.fit = fit;
  }

  /** See {@link Options}. */
  public static void main(String... args) {
    Example.main("overfitting", Main::run, args);
  }

  private static Result run(Options options) {
    Path[] files =
        options.files(
            ORIGIN, "mnist/train-images-idx3-ubyte.gz", "mnist/train-labels-idx1-ubyte.gz");
    Dataset all = Dataset.idx(files[0], files[1]);
    Main main = new Main(all, options.fit().verbose(0));
    main.tryAll();
    return main.result();
  }

  private void tryAll() {
    tell("cure", "training", "validation", "gap", "accuracy");
    train("none", new PlainNet(), few, fit);
    train("more data", new PlainNet(), more, fit);
    Augmentation augmentation = Augmentation.of(28, 28, 1).rotate(10).shift(0.1).zoom(0.1);
    train("augmentation", new PlainNet(), few.renewing(augmentation), fit);
    train("smaller model", new SmallNet(), few, fit);
    train("L1", new AbsoluteNet(), few, fit);
    train("L2", new SquaredNet(), few, fit);
    train("dropout", new DroppingNet(), few, fit);
    EarlyStopping stopping = new EarlyStopping("val_loss").patience(3).restoreBestWeights(true);
    train("early stopping", new PlainNet(), few, fit.validation(others).callback(stopping));
    train("cross-validation", new PlainNet(), few, fit.epochs(bestEpochs()));
    ensembles();
  }

  private void train(String name, Model model, Dataset data, FitOptions options) {
    model.fit(data, options);
    add(Cure.of(name, model, data, others));
  }

  /** The number of epochs that the folds of the few samples speak for; the others stay unseen. */
  private int bestEpochs() {
    int best = EPOCHS[0];
    double least = Double.POSITIVE_INFINITY;
    for (int epochs : EPOCHS) {
      CrossValidationResult result =
          CrossValidation.folds(FOLDS).stratified().run(few, PlainNet::new, fit.epochs(epochs));
      if (result.mean("val_loss") < least) {
        least = result.mean("val_loss");
        best = epochs;
      }
    }
    return best;
  }

  /** Networks that differ in their seed alone; the losses are those of their common answer. */
  private void ensembles() {
    List<Model> models = new ArrayList<>();
    for (int seed = 1; seed <= FOLDS; seed++) {
      Model model = new PlainNet(seed);
      model.fit(few, fit);
      models.add(model);
    }
    add("ensemble, mean", Ensemble.mean(models));
    add("ensemble, max", Ensemble.max(models));
    double vote = Ensemble.vote(models).score(others, Score.SPARSE_ACCURACY);
    System.out.println("ensemble, vote: accuracy " + Result.decimal(vote));
  }

  private void add(String name, Ensemble ensemble) {
    Score loss = Score.SPARSE_CATEGORICAL_CROSSENTROPY;
    double accuracy = ensemble.score(others, Score.SPARSE_ACCURACY);
    add(new Cure(name, ensemble.score(few, loss), ensemble.score(others, loss), accuracy));
  }

  private void add(Cure cure) {
    cures.add(cure);
    tell(
        cure.name(),
        Result.decimal(cure.training()),
        Result.decimal(cure.validation()),
        Result.decimal(cure.gap()),
        Result.decimal(cure.accuracy()));
  }

  private static void tell(String name, String... cells) {
    StringBuilder line = new StringBuilder(name).repeat(' ', 18 - name.length());
    for (String cell : cells) {
      line.repeat(' ', 12 - cell.length()).append(cell);
    }
    System.out.println(line);
  }

  /** The largest gap of all cures beside the one without, and how many cures made it smaller. */
  private Result result() {
    double none = cures.getFirst().gap();
    double largest = 0;
    int smaller = 0;
    for (Cure cure : cures.subList(1, cures.size())) {
      largest = Math.max(largest, cure.gap());
      smaller += cure.gap() < none ? 1 : 0;
    }
    return new Result()
        .add("gap", none)
        .add("largest_gap_cured", largest)
        .add("cures", cures.size() - 1)
        .add("smaller", smaller);
  }
}

package dev.annotron.processor;

import dev.annotron.processor.autodiff.Autodiff;
import dev.annotron.processor.ir.Fingerprint;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Verifier;
import dev.annotron.processor.layer.ActivityPenalties;
import dev.annotron.processor.layer.GraphMaker;
import dev.annotron.processor.layer.LossMaker;
import dev.annotron.processor.optimize.Passes;
import dev.annotron.processor.plan.ModelPlan;
import dev.annotron.processor.spec.ModelSpec;
import java.util.Optional;

/**
 * The graphs and plans of a model without mistakes, one stage after another.
 *
 * @param forward the layers as prediction composes them
 * @param loss the layers as training composes them, with targets and losses, and with the passes
 *     that run before differentiation
 * @param differentiated with the gradients
 * @param predict what prediction computes
 * @param evaluate what evaluation computes, where that is not training's part up to the loss
 * @param train what training computes
 */
public record Stages(
    Graph forward,
    Graph loss,
    Graph differentiated,
    Graph predict,
    Optional<Graph> evaluate,
    Graph train,
    ModelPlan plan) {

  static Stages of(ModelSpec model, Graph forward, CompilerOptions options) {
    Graph training = Verifier.verify("layers in training", GraphMaker.training(model));
    boolean alike = Fingerprint.of(training).equals(Fingerprint.of(forward));
    Graph loss = withLoss(model, training, options);
    Graph differentiated = Verifier.verify("autodiff", Autodiff.differentiate(loss));
    Graph train = Passes.afterAutodiff(differentiated, options.disabled());
    Graph predict = Passes.afterAutodiff(forward, options.disabled());
    Optional<Graph> evaluate =
        alike
            ? Optional.empty()
            : Optional.of(
                Passes.afterAutodiff(withLoss(model, forward, options), options.disabled()));
    int batch = model.train().batchSize().value();
    ModelPlan plan =
        ModelPlan.plan(predict, evaluate, train, UpdateMaker.of(model), batch, options.compute());
    return new Stages(forward, loss, differentiated, predict, evaluate, train, plan);
  }

  private static Graph withLoss(ModelSpec model, Graph graph, CompilerOptions options) {
    Graph losses = LossMaker.attach(graph, model.outputs());
    Graph attached = ActivityPenalties.attach(losses, model.layers());
    return Passes.beforeAutodiff(Verifier.verify("loss", attached), options.disabled());
  }
}

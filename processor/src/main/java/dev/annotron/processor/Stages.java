package dev.annotron.processor;

import dev.annotron.processor.autodiff.Autodiff;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Verifier;
import dev.annotron.processor.layer.LossMaker;
import dev.annotron.processor.optimize.Passes;
import dev.annotron.processor.plan.ModelPlan;
import dev.annotron.processor.spec.ModelSpec;

/**
 * The graphs and plans of a model without mistakes, one stage after another.
 *
 * @param forward the layers as composed
 * @param loss the same with target and loss, and with the passes that run before differentiation
 * @param differentiated with the gradients
 * @param predict what prediction computes
 * @param train what training computes
 */
public record Stages(
    Graph forward, Graph loss, Graph differentiated, Graph predict, Graph train, ModelPlan plan) {

  static Stages of(ModelSpec model, Graph forward, CompilerOptions options) {
    Graph attached =
        Verifier.verify("loss", LossMaker.attach(forward, model.train().loss().value()));
    Graph loss = Passes.beforeAutodiff(attached, options.disabled());
    Graph differentiated = Verifier.verify("autodiff", Autodiff.differentiate(loss));
    Graph train = Passes.afterAutodiff(differentiated, options.disabled());
    Graph predict = Passes.afterAutodiff(forward, options.disabled());
    int batch = model.train().batchSize().value();
    ModelPlan plan = ModelPlan.plan(predict, train, batch, options.compute());
    return new Stages(forward, loss, differentiated, predict, train, plan);
  }
}

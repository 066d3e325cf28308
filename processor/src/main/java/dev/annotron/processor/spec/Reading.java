package dev.annotron.processor.spec;

/**
 * What could be read of an interface.
 *
 * @param model without the layers that could not be read
 * @param complete whether nothing that gives the network its form is missing from {@code model}
 * @param outputsKnown whether the outputs of {@code model}, and their losses, are those that are
 *     written
 */
public record Reading(ModelSpec model, boolean complete, boolean outputsKnown) {

  /** A model from which nothing is missing. */
  public static Reading of(ModelSpec model) {
    return new Reading(model, true, true);
  }
}

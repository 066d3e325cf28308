package dev.annotron.processor.spec;

/**
 * What could be read of an interface.
 *
 * @param model without the layers that could not be read
 * @param complete whether nothing that gives the network its form is missing from {@code model}
 */
public record Reading(ModelSpec model, boolean complete) {}

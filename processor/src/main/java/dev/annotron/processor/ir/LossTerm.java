package dev.annotron.processor.ir;

/**
 * A part of what training makes small: {@code weight * value}.
 *
 * @param value a single number that all samples share, such as the mean loss of an output
 */
public record LossTerm(Node value, double weight) {}

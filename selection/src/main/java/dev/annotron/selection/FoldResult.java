package dev.annotron.selection;

import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.Model;

/**
 * One training of a cross-validation.
 *
 * @param model the trained network
 * @param training loss and metrics on the samples that it has learned from
 * @param validation loss and metrics on the others
 */
public record FoldResult(Model model, Evaluation training, Evaluation validation) {}

/**
 * Handwritten digits with a small residual network, whose units are one block used several times.
 */
@NullMarked
package dev.annotron.examples.resnet;

import org.jspecify.annotations.NullMarked;

package dev.annotron;

/**
 * The result of a layer, and the way one layer names another.
 *
 * <p>A layer is a method that returns {@code Tensor}; a parameter of that type, named after an
 * earlier layer, is an input of the layer. Nothing ever implements this interface: it exists at
 * compile time only, where each tensor has a known shape.
 */
public interface Tensor {}

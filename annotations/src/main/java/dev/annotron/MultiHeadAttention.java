package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Attention of several heads: each step of the query becomes a mean of the value's steps, weighted
 * by how well their keys fit: {@code softmax(q · kᵀ / √keyDim) · v} per head, with {@code q},
 * {@code k}, {@code v} made of the inputs by kernels of their own; the heads' results side by side
 * go through an output kernel.
 *
 * <p>One parameter or none is self-attention. Two are the query and what is looked at, three the
 * query, the value and the key, as in Keras. Shapes: query {@code [t, n]}, value {@code [s, m]},
 * key {@code [s, l]}, result {@code [t, n]}. Steps of the value that {@link Masking} or {@link
 * Embedding} masks are not looked at; where all are masked, all weigh the same. Weights: {@code
 * query/kernel[n, numHeads, keyDim]}, {@code query/bias}, likewise {@code key} and {@code value},
 * and {@code attentionOutput/kernel[numHeads, valueDim, n]}; kernels start as {@link
 * Initializer#GLOROT_UNIFORM} unless {@link Init} says otherwise.
 *
 * <p>Costs the four products and {@code numHeads · t · s · (keyDim + valueDim)} multiply-adds per
 * sample. Vaswani et al.: <i>Attention Is All You Need</i>, 2017. See <a
 * href="https://keras.io/api/layers/attention_layers/multi_head_attention/">Keras:
 * MultiHeadAttention</a>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MultiHeadAttention {
  /** The number of heads; at least 1. */
  int numHeads();

  /** The size of a head's query and key; at least 1. */
  int keyDim();

  /** The size of a head's value; 0 stands for {@code keyDim}. */
  int valueDim() default 0;

  /** Whether biases are added. */
  boolean useBias() default true;

  /** Whether a step looks at itself and the steps before it only. */
  boolean causal() default false;
}

package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/** How a network is trained: its loss, metrics and the defaults of {@code fit}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Train {
  /** What training makes small. */
  Loss loss();

  /** What is measured beside the loss, over the whole set, for training and validation. */
  Metric[] metrics() default {};

  /** Passes over the training set; at least 1. */
  int epochs() default 1;

  /** Samples per step; at least 1. A batch size above the set's size is one batch. */
  int batchSize() default 32;

  /**
   * Whether each epoch visits the samples in a new order, drawn from the network's seed. A batch of
   * all samples has no order.
   */
  boolean shuffle() default true;

  /**
   * What the generated {@code train()} trains on: a class with a public constructor without
   * parameters that implements {@code Supplier<Dataset>}. Without it, no {@code train()} is
   * generated.
   */
  Class<? extends Supplier<?>> data() default None.class;

  /** Stands for "no data class". */
  interface None extends Supplier<Object> {}
}

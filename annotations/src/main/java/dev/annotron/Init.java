package dev.annotron;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the weights of a layer start; stands beside the layer annotation. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Init {
  /** The start of the layer's kernel. */
  Initializer value();

  /** The start of a recurrent layer's recurrent kernel. */
  Initializer recurrent() default Initializer.ORTHOGONAL;

  /** The start of the layer's bias. */
  Initializer bias() default Initializer.ZEROS;
}

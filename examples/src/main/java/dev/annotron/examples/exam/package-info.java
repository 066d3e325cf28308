/** Pass or fail from two marks: where a line is enough, and where it is not. */
@NullMarked
package dev.annotron.examples.exam;

import org.jspecify.annotations.NullMarked;

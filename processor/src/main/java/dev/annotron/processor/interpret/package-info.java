/** The slow and obvious meaning of a graph, in double: the oracle of every other way. */
@NullMarked
package dev.annotron.processor.interpret;

import org.jspecify.annotations.NullMarked;

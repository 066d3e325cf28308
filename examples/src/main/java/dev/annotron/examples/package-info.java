/** What the examples share: options, files of data, the result line. */
@NullMarked
package dev.annotron.examples;

import org.jspecify.annotations.NullMarked;

/** Data sets from CSV files. */
@NullMarked
package dev.annotron.csv;

import org.jspecify.annotations.NullMarked;

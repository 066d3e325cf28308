/** Cross-validation, ensembles and searches for options. */
@NullMarked
package dev.annotron.selection;

import org.jspecify.annotations.NullMarked;

/** What users call: models, data sets, histories, weights. */
@NullMarked
package dev.annotron.runtime;

import org.jspecify.annotations.NullMarked;

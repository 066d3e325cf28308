/** The bar that training shows on a terminal; found as a service, with nothing to call. */
@NullMarked
package dev.annotron.progress;

import org.jspecify.annotations.NullMarked;

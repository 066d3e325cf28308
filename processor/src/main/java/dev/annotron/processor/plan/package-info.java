/** Where every tensor lies and how every operation is computed. */
@NullMarked
package dev.annotron.processor.plan;

import org.jspecify.annotations.NullMarked;

/** How networks with and without a hidden layer divide the plane. */
@NullMarked
package dev.annotron.examples.decisionboundary;

import org.jspecify.annotations.NullMarked;

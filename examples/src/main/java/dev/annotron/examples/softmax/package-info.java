/** Three classes with one softmax layer. */
@NullMarked
package dev.annotron.examples.softmax;

import org.jspecify.annotations.NullMarked;

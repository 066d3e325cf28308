/** Few images, made many by chance. */
@NullMarked
package dev.annotron.examples.augmentation;

import org.jspecify.annotations.NullMarked;

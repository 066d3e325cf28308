/** Data sets from image folders, augmentation, and drawn digits. */
@NullMarked
package dev.annotron.images;

import org.jspecify.annotations.NullMarked;

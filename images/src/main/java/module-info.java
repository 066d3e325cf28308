/** Data sets from image folders, augmentation, and drawn digits. */
module dev.annotron.images {
  requires static org.jspecify;
  requires transitive dev.annotron.runtime;
  requires java.desktop;

  exports dev.annotron.images;
}

package dev.annotron.images;

/** How much is changed; see {@link Augmentation}. */
record Amounts(
    double shift,
    double rotation,
    double zoom,
    boolean mirror,
    boolean upsideDown,
    double crop,
    double blur,
    double noise,
    double cutOut,
    double fill) {
  static final Amounts NONE = new Amounts(0, 0, 0, false, false, 1, 0, 0, 0, 0);

  Amounts withShift(double to) {
    return new Amounts(to, rotation, zoom, mirror, upsideDown, crop, blur, noise, cutOut, fill);
  }

  Amounts withRotation(double to) {
    return new Amounts(shift, to, zoom, mirror, upsideDown, crop, blur, noise, cutOut, fill);
  }

  Amounts withZoom(double to) {
    return new Amounts(shift, rotation, to, mirror, upsideDown, crop, blur, noise, cutOut, fill);
  }

  Amounts withMirror(boolean to) {
    return new Amounts(shift, rotation, zoom, to, upsideDown, crop, blur, noise, cutOut, fill);
  }

  Amounts withUpsideDown(boolean to) {
    return new Amounts(shift, rotation, zoom, mirror, to, crop, blur, noise, cutOut, fill);
  }

  Amounts withCrop(double to) {
    return new Amounts(shift, rotation, zoom, mirror, upsideDown, to, blur, noise, cutOut, fill);
  }

  Amounts withBlur(double to) {
    return new Amounts(shift, rotation, zoom, mirror, upsideDown, crop, to, noise, cutOut, fill);
  }

  Amounts withNoise(double to) {
    return new Amounts(shift, rotation, zoom, mirror, upsideDown, crop, blur, to, cutOut, fill);
  }

  Amounts withCutOut(double to) {
    return new Amounts(shift, rotation, zoom, mirror, upsideDown, crop, blur, noise, to, fill);
  }

  Amounts withFill(double to) {
    return new Amounts(shift, rotation, zoom, mirror, upsideDown, crop, blur, noise, cutOut, to);
  }

  /** Whether pixels move at all. */
  boolean moves() {
    return shift > 0 || rotation > 0 || zoom > 0 || mirror || upsideDown || crop < 1;
  }
}

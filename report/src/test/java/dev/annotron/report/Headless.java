package dev.annotron.report;

/** A program that draws one picture and prints the size of its PNG. */
final class Headless {
  private Headless() {}

  /** Takes no arguments. */
  public static void main(String... args) {
    System.out.println("bytes: " + Curves.of(Made.history()).png().length);
  }
}

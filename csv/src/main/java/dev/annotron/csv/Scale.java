package dev.annotron.csv;

/** What is done to number columns. */
enum Scale {
  NONE,
  STANDARD,
  MIN_MAX
}

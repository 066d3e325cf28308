package dev.annotron.csv;

/** How a column becomes features; the names stand in files. */
enum Coding {
  NUMBER,
  ONE_HOT,
  INDEX
}

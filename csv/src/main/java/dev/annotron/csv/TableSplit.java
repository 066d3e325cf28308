package dev.annotron.csv;

/**
 * A table in two parts.
 *
 * @param train the lines to learn from; also what a {@link Recipe} learns from
 * @param test the lines to judge by
 */
public record TableSplit(Table train, Table test) {}

package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Position;

/** An attribute's value as written, or its default, and where it stands. */
public record Value<T>(T value, Position at) {}

package dev.annotron.runtime.network;

import java.util.ArrayList;
import java.util.List;

/** Looks at the values of inputs that are ids. */
final class IdCheck {
  private final Range[] ranges;

  /** The values of one input in a sample's row. */
  private record Range(Architecture.Input input, int from) {
    int end() {
      return from + input.size();
    }

    boolean allows(float value) {
      return value >= 0 && value < input.ids() && value == (int) value;
    }
  }

  IdCheck(List<Architecture.Input> inputs) {
    List<Range> found = new ArrayList<>();
    int from = 0;
    for (Architecture.Input input : inputs) {
      if (input.ids() > 0) {
        found.add(new Range(input, from));
      }
      from += input.size();
    }
    ranges = found.toArray(new Range[0]);
  }

  /** Whether there is nothing to look at. */
  boolean isEmpty() {
    return ranges.length == 0;
  }

  /** The index of the first value of a row that should be an id and is none, or -1. */
  int firstBad(float[] row) {
    for (Range range : ranges) {
      for (int i = range.from(); i < range.end(); i++) {
        if (!range.allows(row[i])) {
          return i;
        }
      }
    }
    return -1;
  }

  /** What is allowed at an index that {@link #firstBad} gave. */
  String expected(int index) {
    for (Range range : ranges) {
      if (index >= range.from() && index < range.end()) {
        return "a whole number from 0 to "
            + (range.input().ids() - 1)
            + ", an id of "
            + range.input();
      }
    }
    throw new IllegalArgumentException("no id at " + index);
  }
}

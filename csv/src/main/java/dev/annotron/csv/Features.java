package dev.annotron.csv;

import java.util.ArrayList;
import java.util.List;

/** Which columns are features. */
sealed interface Features {

  /** Finds them in a header. */
  List<Header.Column> in(Header header, List<Header.Column> targets);

  /** The named ones, in that order. */
  record Only(List<String> names) implements Features {
    @Override
    public List<Header.Column> in(Header header, List<Header.Column> targets) {
      return header.columns(names);
    }
  }

  /** All but the named ones and the targets. */
  record Except(List<String> names) implements Features {
    @Override
    public List<Header.Column> in(Header header, List<Header.Column> targets) {
      List<Header.Column> others = new ArrayList<>(header.columns());
      others.removeAll(header.columns(names));
      others.removeAll(targets);
      return List.copyOf(others);
    }
  }
}

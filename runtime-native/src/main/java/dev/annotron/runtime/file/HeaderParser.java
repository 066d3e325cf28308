package dev.annotron.runtime.file;

import dev.annotron.runtime.WeightFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the one form of JSON that a header has, and checks that its tensors lie without gaps. */
final class HeaderParser {
  /** No tensor of ours comes near; a hostile header could list millions of axes. */
  private static final int MAX_RANK = 32;

  private final HeaderJson json;
  private final String source;
  private final Set<String> names = new HashSet<>();
  private final List<Place> places = new ArrayList<>();
  private @Nullable Map<String, String> metadata;

  /** Where the bytes of a tensor lie. */
  private record Place(Header.Entry entry, long from, long to) {}

  HeaderParser(HeaderJson json, String source) {
    this.json = json;
    this.source = source;
  }

  Header parse() {
    json.object(
        key -> {
          if (key.equals(Header.METADATA)) {
            readMetadata();
          } else {
            readTensor(key);
          }
        });
    json.end();
    places.sort(Comparator.comparingLong(Place::from).thenComparingLong(Place::to));
    List<Header.Entry> entries = new ArrayList<>();
    long at = 0;
    for (Place place : places) {
      if (place.from() != at) {
        throw misplaced(place, at);
      }
      entries.add(place.entry());
      at = place.to();
    }
    return new Header(metadata == null ? Map.of() : metadata, List.copyOf(entries));
  }

  private void readMetadata() {
    if (metadata != null) {
      throw json.wrong("a second " + Header.METADATA, "one");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    json.object(
        key -> {
          String text = json.string();
          if (texts.putIfAbsent(key, text) != null) {
            throw json.wrong("a second " + HeaderJson.quote(key) + " in the metadata", "one");
          }
        });
    metadata = Collections.unmodifiableMap(texts);
  }

  private void readTensor(String name) {
    if (!names.add(name)) {
      throw json.wrong("a second tensor " + HeaderJson.quote(name), "one");
    }
    TensorFields fields = new TensorFields(name);
    json.object(fields::read);
    places.add(fields.place());
  }

  /** The three things said of a tensor, in any order, each once. */
  private final class TensorFields {
    private final String name;
    private final Set<String> seen = new HashSet<>();
    private List<Long> shape = List.of();
    private List<Long> offsets = List.of();

    TensorFields(String name) {
      this.name = name;
    }

    void read(String key) {
      if (!seen.add(key)) {
        throw json.wrong("a second " + HeaderJson.quote(key) + " for " + label(), "one");
      }
      switch (key) {
        case "dtype" -> readType();
        case "shape" -> shape = json.numbers(MAX_RANK);
        case "data_offsets" -> offsets = json.numbers(2);
        default ->
            throw json.wrong(
                HeaderJson.quote(key) + " for " + label(), "dtype, shape and data_offsets");
      }
    }

    private void readType() {
      String type = json.string();
      if (!type.equals("F32")) {
        throw json.wrong("dtype " + HeaderJson.quote(type) + " for " + label(), "F32");
      }
    }

    Place place() {
      if (seen.size() != 3 || offsets.size() != 2) {
        throw json.wrong(
            "an incomplete tensor " + label(), "dtype, shape and data_offsets [from, to]");
      }
      long from = offsets.getFirst();
      long to = offsets.getLast();
      Header.Entry entry = new Header.Entry(name, sizes());
      if (bytes(entry) != to - from) {
        throw json.wrong(
            "data_offsets " + offsets + " for " + label(),
            bytes(entry) + " bytes, as the shape " + entry.shape() + " says");
      }
      return new Place(entry, from, to);
    }

    private List<Integer> sizes() {
      List<Integer> sizes = new ArrayList<>();
      for (long size : shape) {
        if (size > Integer.MAX_VALUE) {
          throw json.wrong(
              "the axis " + size + " in the shape of " + label(), "at most " + Integer.MAX_VALUE);
        }
        sizes.add((int) size);
      }
      return List.copyOf(sizes);
    }

    private long bytes(Header.Entry entry) {
      try {
        return Math.multiplyExact(entry.floats(), (long) Float.BYTES);
      } catch (ArithmeticException e) {
        throw json.wrong("a shape of " + label() + " beyond all memory, " + shape, "a smaller one");
      }
    }

    private String label() {
      return HeaderJson.quote(name);
    }
  }

  private WeightFileException misplaced(Place place, long expected) {
    return new WeightFileException(
        source
            + " has tensor "
            + HeaderJson.quote(place.entry().name())
            + " at byte "
            + place.from()
            + " of the numbers",
        "byte " + expected + ", as tensors follow each other without gap or overlap",
        "It is damaged; save it again.");
  }
}

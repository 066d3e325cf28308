package dev.annotron.runtime.file;

import dev.annotron.runtime.WeightFileException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A strict reader of the JSON (RFC 8259) that headers are made of: objects, strings and lists of
 * whole numbers. The caller says what comes next; so nothing nests deeper than the caller does.
 */
final class HeaderJson {
  private static final int QUOTED = 60;
  private static final char END = '\0';

  private final String text;
  private final String source;
  private int at;

  private HeaderJson(String text, String source) {
    this.text = text;
    this.source = source;
  }

  static HeaderJson of(byte[] bytes, String source) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new HeaderJson(text, source);
    } catch (CharacterCodingException e) {
      throw new WeightFileException(
          source + " has a header that is not UTF-8",
          "JSON in UTF-8",
          "It is damaged or not a safetensors file.",
          e);
    }
  }

  /** Reads an object; {@code member} is given each key and reads its value. */
  void object(Consumer<String> member) {
    expect('{');
    if (accept('}')) {
      return;
    }
    do {
      String key = string();
      expect(':');
      member.accept(key);
    } while (accept(','));
    expect('}');
  }

  /** Reads a list of at most {@code limit} whole numbers from 0. */
  List<Long> numbers(int limit) {
    List<Long> numbers = new ArrayList<>();
    expect('[');
    if (accept(']')) {
      return numbers;
    }
    do {
      if (numbers.size() == limit) {
        throw wrong("more than " + limit + " numbers in a list", "fewer");
      }
      numbers.add(number());
    } while (accept(','));
    expect(']');
    return numbers;
  }

  private long number() {
    skipSpace();
    int start = at;
    while (isDigit(peek())) {
      at++;
    }
    String digits = text.substring(start, at);
    boolean leadingZero = digits.length() > 1 && digits.startsWith("0");
    if (digits.isEmpty() || digits.length() > 18 || leadingZero) {
      at = start;
      throw wrong(here(), "a whole number from 0 of at most 18 digits");
    }
    return Long.parseLong(digits);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Reads a string. */
  String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (peek() != '"') {
      char c = peek();
      if (c < ' ') {
        throw wrong(here(), "the end of a string");
      }
      at++;
      value.append(c == '\\' ? escape() : c);
    }
    at++;
    return value.toString();
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> {
        at--;
        throw wrong(here(), "one of \" \\ / b f n r t u after a backslash");
      }
    };
  }

  private char unicode() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char c = peek();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw wrong(here(), "four hex digits after \\u");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  /** Makes sure that only spaces follow. */
  void end() {
    skipSpace();
    if (at < text.length()) {
      throw wrong(here(), "spaces up to the end of the header");
    }
  }

  private void expect(char expected) {
    if (!accept(expected)) {
      throw wrong(here(), "'" + expected + "'");
    }
  }

  private boolean accept(char wanted) {
    skipSpace();
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The next character; a zero, which no JSON has, at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private String here() {
    return at < text.length() ? quote(text.substring(at, at + 1)) : "the end";
  }

  /** An error at the current place. */
  WeightFileException wrong(String found, String expected) {
    return new WeightFileException(
        source + " has " + found + " at character " + at + " of its header",
        expected,
        "It is damaged or not a safetensors file with float32 weights.");
  }

  /** A name for a message: not too long, and without characters that a terminal would obey. */
  static String quote(String name) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < Math.min(name.length(), QUOTED); i++) {
      char c = name.charAt(i);
      quoted.append(Character.isISOControl(c) ? '?' : c);
    }
    return quoted.append(name.length() > QUOTED ? "...\"" : "\"").toString();
  }
}

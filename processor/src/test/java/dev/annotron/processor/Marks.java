package dev.annotron.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Bad sources say themselves what is wrong with them: {@code ERROR: CODE "words"} in a comment
 * directly before the place, or behind {@code // NOWHERE:} what has no place.
 */
final class Marks {
  private static final Path BAD = Path.of("src", "test", "resources", "bad");
  private static final Pattern MARK =
      Pattern.compile("/\\* (ERROR|WARNING|NOTE): (\\w+) \"([^\"]*)\" \\*/\\s*");
  private static final Pattern NOWHERE = Pattern.compile("// (NOWHERE): (\\w+) \"([^\"]*)\"");
  private static final Pattern OPTION = Pattern.compile("// OPTION: (\\S+)");

  private Marks() {}

  /** A problem at a place; line and column are -1 where there is none. */
  record Mark(String kind, String code, long line, long column, String words) {

    boolean fits(Diagnostic<? extends JavaFileObject> found) {
      return kind.equals(kindOf(found))
          && line == found.getLineNumber()
          && column == found.getColumnNumber()
          && found.getMessage(Locale.ROOT).startsWith(prefix())
          && found.getMessage(Locale.ROOT).contains(words)
          && codesIn(found.getMessage(Locale.ROOT)) == codesIn(prefix() + words);
    }

    /** How many problems a message tells: those at one place are one message. */
    private static int codesIn(String message) {
      return message.split("\\[ANNOTRON-", -1).length - 1;
    }

    private String prefix() {
      return code.equals("javac") ? "" : "[ANNOTRON-" + code.replace('_', '-') + "] ";
    }

    private static String kindOf(Diagnostic<?> found) {
      if (found.getPosition() == Diagnostic.NOPOS) {
        return "NOWHERE";
      }
      return switch (found.getKind()) {
        case ERROR -> "ERROR";
        case NOTE -> "NOTE";
        default -> "WARNING";
      };
    }
  }

  static Stream<Path> badSources() {
    try (Stream<Path> files = Files.list(BAD)) {
      return files.sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Mark> in(String source) {
    List<Mark> marks = new ArrayList<>();
    NOWHERE.matcher(source).results().forEach(found -> marks.add(mark(found, -1, -1)));
    Matcher matcher = MARK.matcher(source);
    while (matcher.find()) {
      String before = source.substring(0, matcher.end());
      long line = before.lines().count();
      long column = before.length() - before.lastIndexOf('\n');
      marks.add(mark(matcher.toMatchResult(), line, column));
    }
    return marks;
  }

  static List<String> optionsIn(String source) {
    return OPTION.matcher(source).results().map(found -> found.group(1)).toList();
  }

  private static Mark mark(MatchResult found, long line, long column) {
    return new Mark(found.group(1), found.group(2), line, column, found.group(3));
  }
}

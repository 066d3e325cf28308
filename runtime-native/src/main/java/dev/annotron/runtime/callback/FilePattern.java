package dev.annotron.runtime.callback;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Training;
import dev.annotron.runtime.text.Numbers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file's name with places such as {@code {epoch:02d}} and {@code {val_loss:.2f}}. */
record FilePattern(Path file) {
  /** A name, and after a colon the digits of {@code 02d} or those of {@code .2f}. */
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::(?:0?(\\d)d|\\.(\\d)f))?}");

  /** The name for the epoch that has just ended. */
  Path name(Training training) {
    return filled(place -> text(place, training));
  }

  /** Refuses, before the first step, what could only fail after the first epoch. */
  void check(Training training) {
    Path name =
        filled(
            place -> {
              checkPlace(place.group(1), training);
              return "0";
            });
    if (name.toString().contains("{")) {
      throw bad(
          "ModelCheckpoint's file is " + file,
          "places such as {epoch:02d} and {val_loss:.2f}",
          "Mend the braces.");
    }
    Path directory = name.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw bad(
          "there is no directory " + directory + " for ModelCheckpoint's files",
          "one that exists",
          "Please create it.");
    }
  }

  private void checkPlace(String name, Training training) {
    if (!name.equals("epoch") && !training.names().contains(name)) {
      throw bad(
          "ModelCheckpoint's file " + file + " asks for {" + name + "}, which is not measured",
          "epoch or one of " + training.names(),
          "Use another name.");
    }
  }

  private Path filled(Function<Matcher, String> place) {
    String name =
        PLACE
            .matcher(file.toString())
            .replaceAll(found -> Matcher.quoteReplacement(place.apply((Matcher) found)));
    return file.getFileSystem().getPath(name);
  }

  private static String text(Matcher place, Training training) {
    String name = place.group(1);
    String decimals = place.group(3);
    if (!name.equals("epoch")) {
      double value = training.value(name);
      return decimals == null
          ? Numbers.text(value)
          : Numbers.fixed(value, Integer.parseInt(decimals));
    }
    String number = Integer.toString(training.epoch());
    int width = place.group(2) == null ? 1 : Integer.parseInt(place.group(2));
    return "0".repeat(Math.max(0, width - number.length())) + number;
  }

  private static IllegalArgumentException bad(String found, String expected, String mend) {
    return new IllegalArgumentException(AnnotronException.message(found, expected, mend));
  }
}

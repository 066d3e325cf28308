package dev.annotron.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What came of running an example: its output, and its exit code where it had a process. */
record Run(String out, String err, int exit) {
  private static final String NATIVE = "annotron.native";

  /** Runs a main method in this process; it must not end with an error. */
  static Run here(Consumer<String[]> main, String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      main.accept(args);
    } finally {
      System.setOut(before);
    }
    return new Run(out.toString(StandardCharsets.UTF_8), "", 0);
  }

  /** Runs a main class in a process of its own, without ANNOTRON_DATA. */
  static Run process(Class<?> main, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-D" + NATIVE + "=" + System.getProperty(NATIVE, "auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("ANNOTRON_DATA");
    return finish(builder);
  }

  /** Runs a process to its end; it prints too little to fill a pipe. */
  static Run finish(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(out, err, process.waitFor());
  }

  /** The names and values of the last line. */
  Map<String, String> result() {
    String last = out.strip().lines().reduce("", (before, line) -> line);
    if (!last.startsWith("result: ")) {
      throw new AssertionError("the last line is no result: " + last);
    }
    Map<String, String> result = new HashMap<>();
    for (String pair : last.substring("result: ".length()).split(" ")) {
      String[] parts = pair.split("=", 2);
      result.put(parts[0], parts[1]);
    }
    return result;
  }

  /** A number of the last line. */
  double number(String name) {
    String value = result().get(name);
    if (value == null) {
      throw new AssertionError("the result has no " + name + ": " + result());
    }
    return Double.parseDouble(value);
  }
}

package dev.annotron.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real browser without a window.
 *
 * @param program its executable
 */
record Browser(Path program) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final int SECONDS = 120;

  /** Chromium, if {@code PATH} has it; where CI=true it must. */
  static Optional<Browser> find() {
    String path = System.getenv().getOrDefault("PATH", "");
    Optional<Browser> browser =
        Stream.of(path.split(":"))
            .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
            .filter(Files::isExecutable)
            .findFirst()
            .map(Browser::new);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(browser).as("Chromium on PATH: apt-get install chromium").isPresent();
    }
    return browser;
  }

  /** What the console said, and the document after all scripts. */
  record Page(String console, String document) {}

  /** Opens a page; scripts, if it has any, have run to their end. */
  Page open(Path html, Path directory) throws IOException, InterruptedException {
    Path dom = directory.resolve("dom.html");
    run(directory, dom, "--dump-dom", html.toUri().toString());
    String log = Files.readString(directory.resolve("log"));
    String console =
        String.join("\n", log.lines().filter(line -> line.contains(":CONSOLE")).toList());
    return new Page(console, Files.readString(dom, StandardCharsets.UTF_8));
  }

  /** A picture of the window. */
  byte[] screenshot(Path html, Path directory, String... more)
      throws IOException, InterruptedException {
    Path png = directory.resolve("screen.png");
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--screenshot=" + png);
    arguments.add(html.toUri().toString());
    run(directory, directory.resolve("out"), arguments.toArray(String[]::new));
    return Files.readAllBytes(png);
  }

  private void run(Path directory, Path out, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    // Containers have no room for its sandbox, and little shared memory.
    command.addAll(List.of("--headless", "--no-sandbox", "--disable-dev-shm-usage"));
    command.addAll(List.of("--disable-gpu", "--hide-scrollbars", "--window-size=1180,2000"));
    command.addAll(List.of("--enable-logging=stderr", "--user-data-dir=" + directory + "/profile"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(directory.resolve("log").toFile())
            .start();
    boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("the browser ends by itself").isTrue();
    assertThat(process.exitValue()).as("exit code of the browser").isZero();
  }
}

package dev.annotron.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drawing in processes of their own, with and without a window system that is not there. */
class HeadlessTest {
  @Test
  void needsNoWindowSystem() throws Exception {
    assertThat(run(null)).startsWith("bytes: ");
    assertThat(run(":4711", "-Djava.awt.headless=true")).startsWith("bytes: ");
  }

  /** DISPLAY may be left from another login. */
  @Test
  void saysWhatHelpsWhereTheWindowSystemIsGone() throws Exception {
    assertThat(run(":4711"))
        .contains("ReportException: this JVM cannot render pictures", "-Djava.awt.headless=true");
  }

  private static String run(String display, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Headless.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (display == null) {
      builder.environment().remove("DISPLAY");
    } else {
      builder.environment().put("DISPLAY", display);
    }
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }
}

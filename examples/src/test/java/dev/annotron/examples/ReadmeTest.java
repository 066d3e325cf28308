package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README shows is what there is; spaces and line ends apart. */
class ReadmeTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/annotron/examples/xor");
  private static final Path GENERATED =
      Path.of("target/generated-sources/annotations/dev/annotron/examples/xor/XorNet.java");

  private final String readme = read(Path.of("../README.md"));

  @Test
  void theFirstNetworkIsTheExampleXor() {
    List<String> parts = List.of(block(0, "java").split("\n\n"));
    assertThat(withoutSpaces(read(SOURCES.resolve("Xor.java"))))
        .contains(withoutSpaces(parts.get(0)));
    assertThat(withoutSpaces(read(SOURCES.resolve("TruthTable.java"))))
        .contains(withoutSpaces(parts.get(1)));
  }

  /** Lines of three dots stand for what is left out. */
  @Test
  void theExcerptIsInTheGeneratedClass() {
    int from = readme.indexOf("<!-- excerpt: XorNet -->");
    assertThat(from).isNotNegative();
    String generated = withoutSpaces(read(GENERATED));
    List<String> excerpts = new ArrayList<>();
    for (String part : block(from, "java").split("(?m)^\\s*// \\.\\.\\.$")) {
      excerpts.add(withoutSpaces(part));
    }
    assertThat(generated)
        .as("README.md, excerpt of XorNet: copy it anew from " + GENERATED)
        .containsSubsequence(excerpts);
  }

  @Test
  void everyDiagnosticIsExplained() {
    Matcher code = Pattern.compile("\\[(ANNOTRON-[A-Z-]+)]").matcher(readme);
    List<String> codes = new ArrayList<>();
    while (code.find()) {
      codes.add("### " + code.group(1));
    }
    assertThat(codes).isNotEmpty();
    assertThat(read(Path.of("../docs/diagnostics.md"))).contains(codes);
  }

  @Test
  void everyAnnotationIsListed() throws IOException {
    try (Stream<Path> sources = Files.list(Path.of("../annotations/src/main/java/dev/annotron"))) {
      List<String> annotations =
          sources
              .filter(source -> read(source).contains("@interface "))
              .map(source -> "@" + source.getFileName().toString().replace(".java", ""))
              .toList();
      assertThat(annotations).isNotEmpty();
      assertThat(readme).contains(annotations);
    }
  }

  @Test
  void everyOptionIsListed() throws IOException {
    assertThat(readme).contains(options("../processor/src/main", "-A"));
    assertThat(readme)
        .contains(options("../runtime-native/src/main/java/dev/annotron/runtime/kernel", "-D"));
  }

  /** The names of options that are constants of the sources under a directory. */
  private static Set<String> options(String directory, String prefix) throws IOException {
    Pattern constant = Pattern.compile("String [A-Z_]+ = \"(annotron\\.[a-z.]+)\"");
    Set<String> options = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of(directory))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> constant.matcher(read(file)).results())
          .forEach(found -> options.add("`" + prefix + found.group(1) + "`"));
    }
    assertThat(options).as(directory).isNotEmpty();
    return options;
  }

  @Test
  void everyFileItLinksToIsThere() {
    Pattern link = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    for (String page : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")) {
      Matcher matcher = link.matcher(read(Path.of("..", page)));
      while (matcher.find()) {
        assertThat(Path.of("..", matcher.group(1))).as(page).exists();
      }
    }
  }

  /** The first fenced block of a language from a place on. */
  private String block(int from, String language) {
    String fence = "```" + language + "\n";
    int start = readme.indexOf(fence, from) + fence.length();
    return readme.substring(start, readme.indexOf("\n```", start - 1) + 1);
  }

  private static String withoutSpaces(String text) {
    return text.replaceAll("\\s", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }
}

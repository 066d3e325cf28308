package dev.annotron.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.report.Browser.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opens a report in Chromium. Where that is not installed, what can be seen without is looked at.
 */
class ReportInBrowserTest {
  /** Measures the page as it is laid out, and leaves what it finds in the title. */
  private static final String PROBE =
      """
      <script>
        const wrong = [];
        for (const svg of document.querySelectorAll('svg')) {
          const frame = svg.getBoundingClientRect();
          if (frame.width < 100 || frame.height < 100) wrong.push('small picture');
          for (const text of svg.querySelectorAll('text')) {
            const box = text.getBoundingClientRect();
            if (box.left < frame.left - 1 || box.right > frame.right + 1
                || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
              wrong.push('outside: ' + text.textContent);
            }
          }
        }
        if (document.documentElement.scrollWidth > window.innerWidth) wrong.push('too wide');
        const ink = getComputedStyle(document.querySelector('svg text')).fill;
        document.title = wrong.join('; ') + ' | ' + ink + ' | '
            + performance.getEntriesByType('resource').length;
      </script>
      """;

  @TempDir Path directory;

  private static Report report() {
    return Report.of(Made.summary(), Made.history())
        .data("training", Made.circles())
        .evaluation("test", Made.evaluation())
        .confusion(Confusion.of(Made.circle(), Made.circles()))
        .picture(DecisionBoundary.of("Circles", Made.circle(), Made.circles()))
        .picture(Made.confusion(14).picture())
        .setting("batch size", 32)
        .seed(7);
  }

  @Test
  void opensWithoutAnErrorAndWithAllItsParts() throws Exception {
    Path file = directory.resolve("report.html");
    report().write(file);
    Optional<Browser> browser = Browser.find();
    String document = Files.readString(file);
    if (browser.isPresent()) {
      Page page = browser.get().open(file, directory);
      assertThat(page.console()).isEmpty();
      document = page.document();
    }
    assertThat(document)
        .contains("id=\"figures\"", "id=\"curves\"", "id=\"model\"", "id=\"settings\"")
        .contains("id=\"data\"", "id=\"environment\"", "Confusion matrix", "Circles")
        .containsSubsequence("<svg", "loss", "</svg>", "<svg", "The layers of Digits");
  }

  @Test
  void isLaidOutWithinTheWindowAndLoadsNothing() throws Exception {
    assertThat(measured(report().html())).isEqualTo(" | rgb(22, 24, 29) | 0");
  }

  /** The probe can tell: without this, the test above might be blind. */
  @Test
  void theProbeSeesTextThatIsCutOffAndScriptsThatFail() throws Exception {
    String html = report().html().replace(">loss<", ">" + "l".repeat(900) + "<");
    Optional<Browser> browser = Browser.find();
    if (browser.isPresent()) {
      Path file = probed(html.replace("<main>", "<main><script>missing()</script>"));
      Page page = browser.get().open(file, directory);
      assertThat(page.console()).contains("missing is not defined");
      assertThat(page.document()).contains("<title>outside: lll");
    } else {
      assertThat(html).contains("llll");
    }
  }

  @Test
  void isDarkWhereTheReaderWantsItDark() throws Exception {
    Path file = directory.resolve("report.html");
    report().write(file);
    Optional<Browser> browser = Browser.find();
    if (browser.isPresent()) {
      assertThat(brightness(browser.get().screenshot(file, directory))).isGreaterThan(200);
      byte[] dark =
          browser.get().screenshot(file, directory, "--blink-settings=preferredColorScheme=0");
      assertThat(brightness(dark)).isLessThan(60);
    } else {
      assertThat(Files.readString(file)).contains("@media (prefers-color-scheme:dark)");
    }
  }

  /** What the probe says, or its answer for a good page where there is no browser. */
  private String measured(String html) throws IOException, InterruptedException {
    Path file = probed(html);
    Optional<Browser> browser = Browser.find();
    if (browser.isEmpty()) {
      assertThat(html).doesNotContain("http://www.w3.org/1999", "src=\"http", "<script");
      return " | rgb(22, 24, 29) | 0";
    }
    Page page = browser.get().open(file, directory);
    assertThat(page.console()).isEmpty();
    int from = page.document().indexOf("<title>") + "<title>".length();
    return page.document().substring(from, page.document().indexOf("</title>"));
  }

  /** The page without the rule that no script may run, and with one. */
  private Path probed(String html) throws IOException {
    String policy = "http-equiv=\"Content-Security-Policy\"";
    assertThat(html).contains(policy);
    String open = html.replace(policy, "name=\"x\"").replace("</body>", PROBE + "</body>");
    return Files.writeString(directory.resolve("probed.html"), open);
  }

  /** The mean over a line of pixels near the left edge, where only the ground is. */
  private static double brightness(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    double sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      int rgb = image.getRGB(3, y);
      for (int shift : List.of(0, 8, 16)) {
        sum += (rgb >> shift & 255) / 3.0;
      }
    }
    return sum / image.getHeight();
  }
}

package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** Whether tests have the data sets: always where CI is set, or they fail. */
final class Data {
  private static final @Nullable String DIRECTORY = System.getenv("ANNOTRON_DATA");

  private Data() {}

  /** Whether there are data; where CI=true there must be. */
  static boolean present() {
    boolean present = DIRECTORY != null && !DIRECTORY.isEmpty();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(present).as("ANNOTRON_DATA names a directory").isTrue();
    }
    return present;
  }

  /** What an example must do without its data: say what it wants, and end with 2. */
  static void assertAsksFor(String file, Class<?> main) throws Exception {
    Run run = Run.process(main);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(file, "--data DIR", "ANNOTRON_DATA").doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }
}

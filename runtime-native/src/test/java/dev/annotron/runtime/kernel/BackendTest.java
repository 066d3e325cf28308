package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.kernel.Backend.Choice;
import dev.annotron.runtime.kernel.Backend.Outcome;
import dev.annotron.runtime.kernel.ForkedJvm.Output;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendTest {
  private static final String ACCESS = "--enable-native-access=ALL-UNNAMED";
  private static final String PRODUCT = "product=22.0 64.0";

  @Test
  void requiredRunsNatively() throws Exception {
    Output output = ForkedJvm.run(ACCESS, "-Dannotron.native=required");
    assertThat(output.text())
        .contains(PRODUCT, "class=NativeKernels", "kernels=native (")
        .doesNotContain("INFO", "WARNING");
  }

  @Test
  void autoRunsNativelyWherePermitted() throws Exception {
    Output output = ForkedJvm.run(ACCESS);
    assertThat(output.text())
        .contains(PRODUCT, "class=NativeKernels", "described=native (")
        .doesNotContain("INFO", "WARNING");
  }

  @Test
  void anyNumberOfThreadsComputesTheSameAndLetsTheProcessEnd() throws Exception {
    // The numbers are small and whole, so that every order of additions gives the same sum.
    String java = large(ForkedJvm.run(ACCESS, "-Dannotron.native=off"));
    for (int threads : new int[] {1, 2, 5, 1000}) {
      Output output =
          ForkedJvm.run(ACCESS, "-Dannotron.native=required", "-Dannotron.threads=" + threads);
      assertThat(output.status()).isZero();
      assertThat(large(output)).isEqualTo(java);
    }
  }

  private static String large(Output output) {
    return output.text().lines().filter(l -> l.startsWith("large=")).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"annotron.threads=none", "annotron.native.path=", "annotron.native=maybe"})
  void aSettingThatMeansNothingIsRefusedByName(String setting) throws Exception {
    Output output = ForkedJvm.run(ACCESS, "-D" + setting);
    int equals = setting.indexOf('=');
    assertThat(output.status()).isNotZero();
    assertThat(output.text())
        .contains("IllegalArgumentException: the system property " + setting.substring(0, equals))
        .contains("found '%s'".formatted(setting.substring(equals + 1)))
        .doesNotContain("ExceptionInInitializerError");
  }

  @Test
  void littleDirectMemoryIsEnoughToLoadTheLibrary(@TempDir Path directory) throws Exception {
    String temporary = "-Djava.io.tmpdir=" + directory;
    for (int run = 0; run < 2; run++) { // unpacks, then checks
      Output output = ForkedJvm.run(ACCESS, "-XX:MaxDirectMemorySize=2k", temporary);
      assertThat(output.text()) // of the tensors, afterwards
          .contains("OutOfMemoryError: Cannot reserve", "at ")
          .doesNotContain("INFO", "kernel.Backend");
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void anyOtherFailureMeansJavaToo(Throwable failure) {
    Path broken =
        (Path)
            Proxy.newProxyInstance(
                BackendTest.class.getClassLoader(),
                new Class<?>[] {Path.class},
                (_, _, _) -> {
                  throw failure;
                });
    Settings settings = new Settings(Settings.Mode.AUTO, 1, broken, false);
    Choice choice = Backend.choose(settings, Backend.class.getModule());
    assertThat(choice.kernels()).isInstanceOf(JavaKernels.class);
    assertThat(choice.outcome()).isEqualTo(Outcome.FELL_BACK);
    assertThat(choice.description()).contains("not used: " + failure, "Computing in plain Java");
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new UnsupportedOperationException("a"),
        new NoClassDefFoundError("b"),
        new OutOfMemoryError("c"));
  }

  @Test
  void offRunsInJavaAndSaysNothing() throws Exception {
    Output output = ForkedJvm.run(ACCESS, "-Dannotron.native=off");
    assertThat(output.text())
        .contains(PRODUCT, "class=JavaKernels", "described=java, because of -Dannotron.native=off")
        .doesNotContain("INFO", "WARNING");
  }

  @Test
  void withoutPermissionAutoSaysSoOnceAndRunsInJava() throws Exception {
    Output output = ForkedJvm.run("-Dannotron.native=auto");
    assertThat(output.text())
        .contains(PRODUCT, "class=JavaKernels")
        .doesNotContain("WARNING", "restricted");
    assertThat(output.count("INFO: ")).isEqualTo(1);
    assertThat(output.count("full speed run it with " + ACCESS)).isEqualTo(2); // log, description
  }

  @Test
  void withoutPermissionRequiredFailsWithTheSameWords() throws Exception {
    Output output = ForkedJvm.run("-Dannotron.native=required");
    assertThat(output.status()).isNotZero();
    assertThat(output.text())
        .contains("NativeLibraryException: Annotron's native library is not used")
        .contains("full speed run it with " + ACCESS)
        .doesNotContain("WARNING", "ExceptionInInitializerError");
  }

  @Test
  void aDirectoryForTemporaryFilesThatIsMissingMeansJava(@TempDir Path directory) throws Exception {
    Path missing = directory.resolve("missing");
    Output output = ForkedJvm.run(ACCESS, "-Djava.io.tmpdir=" + missing);
    assertThat(output.text()).contains(PRODUCT, "class=JavaKernels");
    assertThat(output.count("INFO: ")).isEqualTo(1);
    assertThat(output.text()).contains(missing.toString(), "-Djava.io.tmpdir=DIR");
  }

  @Test
  void aGivenDirectoryIsUsed(@TempDir Path directory) throws Exception {
    Path unpacked = NativeLibrary.unpacked(directory, true);
    String path = "-Dannotron.native.path=" + unpacked;
    String elsewhere = "-Djava.io.tmpdir=" + directory.resolve("missing");
    Output output = ForkedJvm.run(ACCESS, path, elsewhere);
    assertThat(output.text()).contains(PRODUCT, "class=NativeKernels").doesNotContain("INFO");
  }

  @Test
  void aGivenDirectoryWithoutTheLibraryIsNamed(@TempDir Path directory) throws Exception {
    Output output =
        ForkedJvm.run(ACCESS, "-Dannotron.native=required", "-Dannotron.native.path=" + directory);
    assertThat(output.status()).isNotZero();
    assertThat(output.text())
        .contains("NativeLibraryException", directory.toString(), "could not be loaded")
        .doesNotContain("ExceptionInInitializerError");
  }
}

package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.kernel.ForkedJvm.Output;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendTest {
  private static final String ACCESS = "--enable-native-access=ALL-UNNAMED";
  private static final String PRODUCT = "product=22.0 64.0";

  @Test
  void requiredRunsNatively() throws Exception {
    Output output = ForkedJvm.run(ACCESS, "-Dannotron.native=required");
    assertThat(output.text())
        .contains(PRODUCT, "class=NativeKernels", "kernels=native (OpenBLAS")
        .doesNotContain("INFO", "WARNING");
  }

  @Test
  void autoRunsNativelyWherePermitted() throws Exception {
    Output output = ForkedJvm.run(ACCESS);
    assertThat(output.text())
        .contains(PRODUCT, "class=NativeKernels", "described=native (OpenBLAS")
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

  @Test
  void aNumberOfThreadsThatIsNoneIsRefused() throws Exception {
    Output output = ForkedJvm.run(ACCESS, "-Dannotron.native=required", "-Dannotron.threads=none");
    assertThat(output.status()).isNotZero();
    assertThat(output.text()).contains("annotron.threads must be a whole number", "found 'none'");
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
  void anotherModeIsRefusedByName() throws Exception {
    Output output = ForkedJvm.run(ACCESS, "-Dannotron.native=maybe");
    assertThat(output.status()).isNotZero();
    assertThat(output.text())
        .contains("IllegalArgumentException")
        .contains("annotron.native must be auto, off or required; found 'maybe'");
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
    Path unpacked = NativeLibrary.unpacked(directory);
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

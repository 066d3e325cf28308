package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.kernel.ForkedJvm.Output;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeKernelsTest {
  private static final NativeKernels KERNELS = Implementation.NATIVE;

  @Test
  void nameTellsTheForcedInstructionSet() {
    List<String> sets = KERNELS.instructionSets();
    assertThat(sets).contains("best", "baseline");
    for (String set : sets.subList(1, sets.size())) {
      assertThat(KERNELS.select(set)).isTrue();
      assertThat(KERNELS.name()).endsWith(set + ")");
    }
    KERNELS.select("best");
    assertThat(KERNELS.name()).endsWith(sets.getLast() + ")");
    assertThat(KERNELS.select("vax")).isFalse();
  }

  @Test
  void opensOpenBlasOnlyWhereProductsNeedIt() throws Exception {
    Output output =
        ForkedJvm.run(ForcedBaseline.class, new String[0], "--enable-native-access=ALL-UNNAMED");
    List<String> lines = output.text().lines().toList();
    boolean tiles = KERNELS.instructionSets().size() > 2;
    assertThat(lines.getFirst()).isEqualTo("open=" + !tiles);
    assertThat(lines.get(1)).startsWith("open=true, native (OpenBLAS 0.3").endsWith(", baseline)");
    assertThat(output.status()).isZero();
  }

  @Test
  void saysThatOpenBlasIsMissingWhereItIsNeeded(@TempDir Path directory) throws Exception {
    Path library = NativeLibrary.unpacked(directory, false);
    Output output =
        ForkedJvm.run(
            ForcedBaseline.class,
            new String[0],
            "--enable-native-access=ALL-UNNAMED",
            "-Dannotron.native.path=" + library);
    assertThat(output.status()).isNotZero();
    assertThat(output.text())
        .contains("NativeLibraryException: " + library, "was loaded, but not OpenBLAS beside it: ")
        .containsPattern("libopenblas\\S*: cannot open shared object file");
  }

  /** So that a test of all implementations is one of all that this processor could run. */
  @Test
  void instructionSetsAreThoseOfTheProcessor() throws IOException {
    List<String> flags = List.of(Files.readString(Path.of("/proc/cpuinfo")).split("\\s+"));
    boolean avx2 = flags.contains("avx2") && flags.contains("fma");
    List<String> sets = KERNELS.instructionSets();
    assertThat(sets.contains("avx2")).isEqualTo(avx2);
    assertThat(sets.contains("avx512")).isEqualTo(avx2 && flags.contains("avx512f"));
  }

  @Test
  void refusesMemoryOfTheHeap() {
    MemorySegment heap = MemorySegment.ofArray(new float[4]);
    assertThatThrownBy(() -> KERNELS.add(heap, 0, heap, 0, heap, 0, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("off-heap")
        .hasMessageContaining("Arena");
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline", "best"})
  void manyThreadsAtOnceGetTheSerialResult(String set) throws Exception {
    assertThat(KERNELS.select(set)).isTrue();
    int threads = 200; // more than OpenBLAS has work memory for
    manyProducts(threads, 20 * threads, 16, 64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline", "best"})
  void dividedProductsOfManyThreadsGetTheSerialResult(String set) throws Exception {
    assertThat(KERNELS.select(set)).isTrue();
    manyProducts(8, 200, 48, 160);
  }

  private static void manyProducts(int threads, int products, int rows, int units)
      throws Exception {
    Tensor x = Tensor.random(rows * units, 1);
    Tensor w = Tensor.random(units * units, 2);
    Tensor expected = product(x, w, rows, units);
    Callable<Tensor> task = () -> product(x, w, rows, units);
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (Future<Tensor> result : pool.invokeAll(Collections.nCopies(products, task))) {
        Tensor found = result.get();
        for (int i = 0; i < found.size(); i++) {
          assertThat(found.get(i)).isEqualTo(expected.get(i));
        }
      }
    }
  }

  private static Tensor product(Tensor x, Tensor w, int rows, int units) {
    Tensor y = Tensor.empty(rows * units);
    KERNELS.dense(
        x.segment(),
        x.at(),
        w.segment(),
        w.at(),
        -1,
        y.segment(),
        y.at(),
        rows,
        units,
        units,
        Function.LINEAR,
        0);
    return y;
  }
}

package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Embeddings, masks and what attention is made of, against their formulas in double. */
class SequenceKernelsTest {
  private static final int VOCABULARY = 11;

  /** Of sums of 129 products around 1, whose parts are as large as 30. */
  private static final double SUMS = 5e-5;

  static Stream<Implementation> implementations() {
    return Implementation.all();
  }

  /** Rows of memory and their widths: around the widths of vectors. */
  static Stream<Arguments> widths() {
    List<int[]> sizes =
        List.of(
            new int[] {1, 1},
            new int[] {1, 7},
            new int[] {5, 8},
            new int[] {3, 17},
            new int[] {40, 33},
            new int[] {2, 131});
    return Implementation.all().flatMap(i -> sizes.stream().map(s -> Arguments.of(i, s[0], s[1])));
  }

  /** Blocks, m, n, k; the last ones so large that they are divided among threads. */
  static Stream<Arguments> products() {
    List<int[]> sizes =
        List.of(
            new int[] {1, 1, 1, 1},
            new int[] {3, 1, 5, 2},
            new int[] {2, 7, 1, 9},
            new int[] {5, 3, 17, 8},
            new int[] {4, 19, 16, 33},
            new int[] {7, 131, 67, 129});
    return Implementation.all()
        .flatMap(i -> sizes.stream().map(s -> Arguments.of(i, s[0], s[1], s[2], s[3])));
  }

  @ParameterizedTest
  @MethodSource("widths")
  void embeds(Implementation implementation, int count, int units) {
    Tensor ids = ids(count);
    Tensor table = Tensor.random(VOCABULARY * units, 1);
    Tensor y = Tensor.empty(count * units);
    implementation
        .ready()
        .embed(
            ids.segment(),
            ids.at(),
            table.segment(),
            table.at(),
            y.segment(),
            y.at(),
            count,
            VOCABULARY,
            units);
    y.assertIs(i -> table.get((int) ids.get(i / units) * units + i % units), 0);
  }

  @ParameterizedTest
  @MethodSource("widths")
  void embeddingGradientsAreSumsById(Implementation implementation, int count, int units) {
    Tensor ids = ids(count);
    Tensor dy = Tensor.random(count * units, 2);
    Tensor dTable = Tensor.empty(VOCABULARY * units);
    embedGradient(implementation.ready(), ids, dy, dTable, units);
    dTable.assertIs(
        i ->
            IntStream.range(0, count)
                .filter(row -> (int) ids.get(row) == i / units)
                .mapToDouble(row -> dy.get(row * units + i % units))
                .sum(),
        1e-5);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void idsOutsideTheTableAreRefused(Implementation implementation) {
    Kernels kernels = implementation.ready();
    for (double wrong : new double[] {-1, -0.5, VOCABULARY, 3e9, Double.NaN}) {
      Tensor ids = Tensor.of(3, i -> i == 1 ? wrong : i);
      Tensor table = Tensor.random(VOCABULARY * 5, 1);
      Tensor rows = Tensor.random(3 * 5, 2);
      assertThatIllegalArgumentException()
          .as("embed %s", wrong)
          .isThrownBy(
              () ->
                  kernels.embed(
                      ids.segment(),
                      ids.at(),
                      table.segment(),
                      table.at(),
                      rows.segment(),
                      rows.at(),
                      3,
                      VOCABULARY,
                      5));
      assertThatIllegalArgumentException()
          .as("gradient %s", wrong)
          .isThrownBy(() -> embedGradient(kernels, ids, rows, table, 5));
      rows.assertIs(rows::get, 0);
      table.assertIs(table::get, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("widths")
  void masksWhereAllValuesAreTheValue(Implementation implementation, int rows, int columns) {
    // Every third row is the value throughout, every third but for its last column.
    Tensor x =
        Tensor.of(
            rows * columns,
            i ->
                i / columns % 3 == 0 || (i / columns % 3 == 1 && i % columns < columns - 1)
                    ? 7
                    : i);
    Tensor y = Tensor.empty(rows);
    implementation.ready().mask(x.segment(), x.at(), y.segment(), y.at(), rows, columns, 7);
    y.assertIs(
        row -> IntStream.range(0, columns).allMatch(j -> x.get(row * columns + j) == 7) ? 0 : 1, 0);
  }

  @ParameterizedTest
  @MethodSource("products")
  void multipliesBlocks(Implementation implementation, int blocks, int m, int n, int k) {
    for (boolean transposeA : new boolean[] {false, true}) {
      for (boolean transposeB : new boolean[] {false, true}) {
        for (float scale : new float[] {1, 0.7f}) {
          multiplies(implementation.ready(), transposeA, transposeB, scale, blocks, m, n, k);
        }
      }
    }
  }

  private static void multiplies(
      Kernels kernels,
      boolean transposeA,
      boolean transposeB,
      float scale,
      int blocks,
      int m,
      int n,
      int k) {
    Tensor a = Tensor.random(blocks * m * k, 1);
    Tensor b = Tensor.random(blocks * k * n, 2);
    Tensor y = Tensor.empty(blocks * m * n);
    kernels.products(
        transposeA,
        transposeB,
        scale,
        a.segment(),
        a.at(),
        b.segment(),
        b.at(),
        y.segment(),
        y.at(),
        blocks,
        m,
        n,
        k);
    y.assertIs(
        at -> {
          int block = at / (m * n);
          int i = at / n % m;
          int j = at % n;
          double sum = 0;
          for (int l = 0; l < k; l++) {
            double left = a.get(block * m * k + (transposeA ? l * m + i : i * k + l));
            sum += left * b.get(block * k * n + (transposeB ? j * k + l : l * n + j));
          }
          return scale * sum;
        },
        SUMS);
  }

  @ParameterizedTest
  @MethodSource("widths")
  void hides(Implementation implementation, int from, int to) {
    for (boolean causal : new boolean[] {false, true}) {
      for (boolean masked : new boolean[] {false, true}) {
        hides(implementation.ready(), from, to, causal, masked);
      }
    }
  }

  private static void hides(Kernels kernels, int from, int to, boolean causal, boolean masked) {
    int rows = 3;
    int heads = 2;
    Tensor x = Tensor.random(rows * heads * from * to, 1);
    Tensor mask = Tensor.of(rows * to, i -> i % 5 == 2 ? 0 : 1);
    Tensor y = Tensor.empty(x.size());
    kernels.hide(
        x.segment(),
        x.at(),
        mask.segment(),
        masked ? mask.at() : -1,
        y.segment(),
        y.at(),
        rows,
        heads,
        from,
        to,
        causal,
        -1e9f);
    y.assertIs(
        at -> {
          int j = at % to;
          boolean later = causal && j > at / to % from;
          boolean hidden = masked && mask.get(at / (to * from * heads) * to + j) == 0;
          return later || hidden ? -1e9f : x.get(at);
        },
        0);
  }

  private static void embedGradient(
      Kernels kernels, Tensor ids, Tensor dy, Tensor dTable, int units) {
    kernels.embedGradient(
        ids.segment(),
        ids.at(),
        dy.segment(),
        dy.at(),
        dTable.segment(),
        dTable.at(),
        ids.size(),
        VOCABULARY,
        units);
  }

  /** Ids, some of them several times and some with a fraction. */
  private static Tensor ids(int count) {
    return Tensor.of(count, i -> (i * 7 + 3) % VOCABULARY + (i % 4 == 1 ? 0.75 : 0));
  }
}

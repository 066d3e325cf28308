package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.kernel.Backend;
import dev.annotron.runtime.kernel.JavaKernels;
import dev.annotron.runtime.kernel.Kernels;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class OffHeapTest {
  private static final long MIB = 1 << 20;

  /** Collects garbage until the live bytes are as wanted, or it is hopeless. */
  private static boolean collected(LongPredicate wanted) {
    for (int i = 0; i < 200 && !wanted.test(OffHeap.live()); i++) {
      System.gc();
      LockSupport.parkNanos(5_000_000);
    }
    return wanted.test(OffHeap.live());
  }

  @Test
  void piecesOfASlabAreAlignedZeroedAndApart() {
    List<MemorySegment> pieces = new OffHeapStorage(new JavaKernels()).slab(3, 0, 17, 16);

    assertThat(pieces).extracting(MemorySegment::byteSize).containsExactly(12L, 0L, 68L, 64L);
    for (MemorySegment piece : pieces) {
      assertThat(piece.address() % 64).isZero();
      assertThat(piece.toArray(ValueLayout.JAVA_BYTE)).isEqualTo(new byte[(int) piece.byteSize()]);
    }
    assertThat(pieces.get(2).address() - pieces.get(0).address()).isEqualTo(64);
    assertThat(pieces.get(3).address() - pieces.get(2).address()).isEqualTo(128);
  }

  /** Kernels in plain Java have the JVM's memory alone. */
  @Test
  void largeSlabsAreLargePages() {
    assertThat(Backend.describe()).isNotEmpty(); // and native functions linked, if they are used
    boolean isNative = !"off".equals(System.getProperty("annotron.native"));
    MemorySegment slab = OffHeap.allocate(4 * MIB);
    assertThat(slab.address() % (2 * MIB) == 0).isEqualTo(isNative);
    assertThat(slab.byteSize()).isEqualTo(4 * MIB);
    assertThat(OffHeap.allocate(MIB).address() % (2 * MIB)).isNotZero();
  }

  @Test
  void saysHowMuchWasNeededWhenThereIsTooLittle() {
    assertThatThrownBy(() -> OffHeap.allocate(4L << 50))
        .isInstanceOf(AnnotronException.class)
        .hasMessageContaining(" needs 4096.0 TiB of memory outside the heap; expected no more than")
        .hasMessageContaining("-XX:MaxDirectMemorySize")
        .hasCauseInstanceOf(OutOfMemoryError.class);
    assertThat(OffHeap.live()).isLessThan(1L << 50);
  }

  @Test
  void memoryLivesAsLongAsASliceOfIt() {
    assertThat(collected(live -> live < MIB)).as("nothing else lives").isTrue();
    MemorySegment slice = OffHeap.allocate(64 * MIB).asSlice(MIB, 8);
    System.gc();
    LockSupport.parkNanos(50_000_000);

    assertThat(OffHeap.live()).isGreaterThanOrEqualTo(64 * MIB);
    slice.set(ValueLayout.JAVA_INT, 0, 1);

    slice = MemorySegment.NULL;
    assertThat(collected(live -> live < MIB)).isTrue();
    assertThat(slice.byteSize()).isZero();
  }

  /** Each model takes 3 MB outside the heap and next to nothing on it; all together 6 GB. */
  @Test
  void twoThousandDroppedModelsKeepMemoryFlat() {
    assertThat(collected(live -> live < MIB)).as("nothing else lives").isTrue();
    Tiny wide = new Tiny(new int[] {40}, 2000, 1, Tiny.regression().loss());
    var data = Samples.of(wide, 1, 1);
    long most = 0;
    for (int i = 0; i < 2000; i++) {
      Engine<?> engine =
          Engine.offHeap(wide.architecture(), new Idle<MemorySegment>(), new JavaKernels(), i);
      engine.fit(data, Samples.SILENT);
      most = Math.max(most, OffHeap.live());
    }

    assertThat(most).isBetween(3 * MIB / 2, 300 * MIB);
  }

  /** A network of plain Java must not ask for the native library when its data is large. */
  @Test
  void dataIsReadByTheKernelsOfTheNetwork() {
    Tiny wide = new Tiny(new int[] {600}, 2, 1, Tiny.regression().loss());
    Dataset data = Samples.of(wide, 500, 1);
    assertThat(data.hasLastingFeatures()).isTrue();
    Set<String> asked = new HashSet<>();
    Kernels java = new JavaKernels();
    InvocationHandler handler =
        (_, method, arguments) -> {
          asked.add(method.getName());
          return method.invoke(java, arguments);
        };
    Kernels kernels =
        (Kernels)
            Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, handler);
    Program<MemorySegment> idle = new Idle<>();
    Engine.offHeap(wide.architecture(), idle, kernels, 1).fit(data, Samples.SILENT);
    assertThat(asked).containsExactlyInAnyOrder("rows", "gather");
  }

  /** Computes nothing. */
  private static final class Idle<S> implements Program<S> {
    @Override
    public void predict(S weights, S work, int rows) {}

    @Override
    public double evaluate(S weights, S work, int rows) {
      return 0;
    }

    @Override
    public double differentiate(S weights, S gradients, S work, int rows, long draw) {
      return 0;
    }

    @Override
    public void update(S weights, S gradients, S state, float learningRate, long step) {}
  }
}

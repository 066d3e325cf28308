package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.kernel.ForkedJvm.Output;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large blocks stay untouched here, so that they take addresses and no memory. */
class SystemPagesTest {
  private static final long LARGE_PAGE = 2 << 20;
  private static final String ACCESS = "--enable-native-access=ALL-UNNAMED";

  @BeforeEach
  void nothingIsTaken() {
    assertThat(collected(() -> SystemPages.taken() == 0)).isTrue();
  }

  private static boolean collected(BooleanSupplier isDone) {
    for (int i = 0; i < 200 && !isDone.getAsBoolean(); i++) {
      System.gc();
      LockSupport.parkNanos(5_000_000);
    }
    return isDone.getAsBoolean();
  }

  private static MemorySegment take(long bytes) {
    return Objects.requireNonNull(SystemPages.takeWhole(bytes));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, LARGE_PAGE - 1, LARGE_PAGE, 5 * LARGE_PAGE + 4})
  void areZerosFromTheBeginningOfALargePageOn(long bytes) {
    MemorySegment pages = take(bytes);
    assertThat(pages.byteSize()).isEqualTo(bytes);
    assertThat(pages.address() % LARGE_PAGE).isZero();
    assertThat(pages.mismatch(MemorySegment.ofArray(new byte[(int) bytes]))).isEqualTo(-1);
  }

  /** The C library hands out again what was freed, with what it held. */
  @Test
  void areZerosWhereOthersWereFreed() {
    for (int i = 0; i < 20; i++) {
      List<MemorySegment> some = new ArrayList<>();
      for (int j = 0; j < 4; j++) {
        MemorySegment pages = take(2 * LARGE_PAGE);
        assertThat(pages.mismatch(MemorySegment.ofArray(new byte[2 * (int) LARGE_PAGE])))
            .isEqualTo(-1);
        pages.fill((byte) 1);
        some.add(pages);
      }
      assertThat(some).hasSize(4);
      some.clear();
      assertThat(collected(() -> SystemPages.taken() == 0)).isTrue();
    }
  }

  @Test
  void areNoneForSmallBlocksAndBeyondTheBudget() {
    assertThat(SystemPages.take(LARGE_PAGE)).isEmpty();
    assertThat(SystemPages.take(-1)).isEmpty();
    assertThat(SystemPages.takeWhole(SystemPages.BUDGET + 1)).isNull();
    assertThat(SystemPages.takeWhole(Long.MAX_VALUE)).isNull();
    assertThat(SystemPages.taken()).isZero();
  }

  @Test
  void areAskedForAsLargeOnes() throws IOException {
    MemorySegment pages = take(4 * LARGE_PAGE);
    String flags = flags(Files.readAllLines(Path.of("/proc/self/smaps")), pages.address());
    assertThat(flags.contains(" hg"))
        .isEqualTo(Files.exists(Path.of("/sys/kernel/mm/transparent_hugepage")));
    pages.fill((byte) 1);
  }

  /** Those of the mapping that an address belongs to. */
  private static String flags(List<String> map, long address) {
    boolean isHere = false;
    for (String line : map) {
      String[] range = line.split(" ", 2)[0].split("-");
      if (range.length == 2) {
        isHere = address >= hexadecimal(range[0]) && address < hexadecimal(range[1]);
      } else if (isHere && line.startsWith("VmFlags:")) {
        return line;
      }
    }
    throw new AssertionError("not mapped: " + Long.toHexString(address));
  }

  private static long hexadecimal(String digits) {
    return Long.parseUnsignedLong(digits, 16);
  }

  @Test
  void areGivenBackWhenNothingRefersToThem() throws IOException {
    long before = mappedBytes();
    long half = SystemPages.BUDGET / 2;
    MemorySegment slice = take(half).asSlice(8, 8);
    System.gc();
    LockSupport.parkNanos(50_000_000);
    slice.set(ValueLayout.JAVA_INT, 0, 1);
    assertThat(SystemPages.taken()).isBetween(half, half + LARGE_PAGE);
    assertThat(mappedBytes() - before).isGreaterThan(half / 2);

    slice = MemorySegment.NULL;
    assertThat(collected(() -> SystemPages.taken() == 0)).isTrue();
    assertThat(mappedBytes() - before).isLessThan(half / 2);
    assertThat(slice.byteSize()).isZero();
  }

  private static long mappedBytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmSize:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
      }
    }
    throw new AssertionError("the system does not say how much is mapped");
  }

  @Test
  void ofAllThreadsTogetherFitTheBudget() throws Exception {
    int threads = 8;
    CountDownLatch start = new CountDownLatch(threads);
    List<Future<@Nullable MemorySegment>> results = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        results.add(
            executor.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return SystemPages.takeWhole(SystemPages.BUDGET / 4 - LARGE_PAGE);
                }));
      }
    }
    int found = 0;
    for (Future<@Nullable MemorySegment> result : results) {
      found += result.get() == null ? 0 : 1;
    }
    assertThat(found).isBetween(1, 4);
    assertThat(SystemPages.taken()).isBetween(1L, SystemPages.BUDGET);
  }

  /** Nothing else asks for a collection here: four quarters would be all. */
  @Test
  void thatAreGarbageMakeRoom() {
    int found = 0;
    for (int i = 0; i < 20; i++) {
      found += SystemPages.takeWhole(SystemPages.BUDGET / 4) == null ? 0 : 1;
    }
    assertThat(found).isGreaterThan(10);
  }

  @Test
  void thatLiveAreNotCollectedInVain() {
    MemorySegment most = take(SystemPages.BUDGET - 4 * LARGE_PAGE);
    long before = collections();
    for (int i = 0; i < 1000; i++) {
      assertThat(SystemPages.takeWhole(8 * LARGE_PAGE)).isNull();
    }
    assertThat(collections() - before).isLessThan(10);
    assertThat(most.byteSize()).isPositive();
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }

  /** Takes pages again and again where the heap has no room, or just enough for a part of it. */
  static final class Short {
    private Short() {}

    /** Fills the heap, lets go of so many nodes, and takes pages. */
    private static void attempt(int free) {
      Node nodes = null;
      try {
        while (true) {
          nodes = new Node(nodes);
        }
      } catch (OutOfMemoryError e) {
        // Full.
      }
      try {
        for (int i = 0; i < free && nodes != null; i++) {
          nodes = nodes.next;
        }
        SystemPages.takeWhole(LARGE_PAGE);
      } catch (OutOfMemoryError e) {
        // So it was too few.
      }
    }

    private record Node(@Nullable Node next) {}

    public static void main(String[] arguments) {
      System.out.println(SystemPages.takeWhole(LARGE_PAGE) != null); // links
      for (int free = 0; free < 60; free++) {
        attempt(free);
      }
      System.out.println(collected(() -> SystemPages.taken() == 0) + " " + SystemPages.taken());
    }
  }

  @Test
  void areFreedOnceWhateverFails() throws Exception {
    Output output =
        ForkedJvm.run(
            Short.class,
            new String[0],
            ACCESS,
            "-Xint",
            "-Xms12m",
            "-Xmx12m",
            "-XX:+UseSerialGC",
            "-XX:-UseTLAB");
    assertThat(output.text()).isEqualTo("true\ntrue 0\n");
    assertThat(output.status()).isZero();
  }

  /** Prints what is taken after more was asked for than the system has. */
  static final class Refused {
    private Refused() {}

    public static void main(String[] arguments) {
      boolean isRefused = SystemPages.takeWhole(1L << 41) == null;
      System.out.println(isRefused ? SystemPages.taken() : "the system has them");
    }
  }

  @Test
  void thatTheSystemRefusesDoNotCount() throws Exception {
    String output = ForkedJvm.run(Refused.class, new String[0], ACCESS, "-Xmx8t").text();
    assertThat(output).isIn("0\n", "the system has them\n");
  }

  /** Prints whether a large data set has pages, and a small one before any native call. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] arguments) {
      System.out.println("small=" + hasPages(20 << 20) + " large=" + hasPages(70 << 20));
    }

    private static boolean hasPages(int bytes) {
      float[][] x = new float[bytes / 4 / 1024][1024];
      return Dataset.of(x, new float[x.length][1]).features().address() % LARGE_PAGE == 0;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "required"})
  void dataHaveThem(String mode) throws Exception {
    assertThat(ask(ACCESS, "-Dannotron.native=" + mode)).isEqualTo("small=false large=true\n");
  }

  /** Data need no kernels, so they neither load a library nor tell what it lacks. */
  @Test
  void dataNeedNoLibrary() throws Exception {
    assertThat(ask(ACCESS, "-Dannotron.native.path=/none", "-Dannotron.profile=true"))
        .isEqualTo("small=false large=true\n");
  }

  @Test
  void dataDoWithoutThemInSilence() throws Exception {
    assertThat(ask(ACCESS, "-Dannotron.native=off")).isEqualTo("small=false large=false\n");
    assertThat(ask("-Dannotron.native=required")).isEqualTo("small=false large=false\n");
    assertThat(ask(ACCESS, "-Xmx128m")).isEqualTo("small=false large=false\n");
  }

  private static String ask(String... options) throws IOException, InterruptedException {
    Output output = ForkedJvm.run(Asking.class, new String[0], options);
    assertThat(output.status()).as(output.text()).isZero();
    return output.text();
  }
}

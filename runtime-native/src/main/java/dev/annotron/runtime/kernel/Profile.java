package dev.annotron.runtime.kernel;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of a program goes, kernel by kernel, for {@code -Dannotron.profile=true}: all
 * calls are timed, and a table is printed when the process ends. Timing a call takes about 0.1 µs.
 *
 * <p>The rate counts a multiply-add as two operations, and only those of products and convolutions.
 */
final class Profile {
  private final Kernels kernels;
  private final long start = System.nanoTime();
  private final ConcurrentHashMap<Call, Sum> sums = new ConcurrentHashMap<>();

  /** A kernel with its sizes, in the order of its parameters. */
  private record Call(String kernel, List<Integer> sizes) {
    String title() {
      StringBuilder title = new StringBuilder(kernel);
      for (int i = 0; i < sizes.size(); i++) {
        title.append(i == 0 ? " " : "×").append(sizes.get(i));
      }
      return title.toString();
    }
  }

  /** What the calls of one kind took. */
  private static final class Sum {
    final LongAdder calls = new LongAdder();
    final LongAdder nanoseconds = new LongAdder();
    final LongAdder multiplyAdds = new LongAdder();
  }

  Profile(Kernels kernels) {
    this.kernels = kernels;
  }

  /** The same kernels, watched until the process ends. */
  static Kernels watched(Kernels kernels) {
    Profile profile = new Profile(kernels);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> System.err.print(profile.table()), "annotron-profile"));
    return profile.proxy();
  }

  /** The same kernels, watched by this profile. */
  Kernels proxy() {
    return proxy(Kernels.class, kernels);
  }

  private <K> K proxy(Class<K> type, K watched) {
    InvocationHandler handler = (_, method, arguments) -> invoke(watched, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private @Nullable Object invoke(Object watched, Method method, Object @Nullable [] arguments)
      throws Throwable {
    long before = System.nanoTime();
    try {
      Object result = method.invoke(watched, arguments);
      return result instanceof Optional<?> rows
          ? rows.map(kernels -> proxy(RowKernels.class, (RowKernels) kernels))
          : result;
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    } finally {
      if (arguments != null && isKernel(method)) {
        add(method.getName(), arguments, System.nanoTime() - before);
      }
    }
  }

  /**
   * To make a row a sample computes nothing, and would fill the table, as each sample has a number.
   */
  private static boolean isKernel(Method method) {
    return method.getDeclaringClass() != RowKernels.class;
  }

  private void add(String kernel, Object[] arguments, long nanoseconds) {
    List<Integer> sizes = new ArrayList<>();
    for (Object argument : arguments) {
      if (argument instanceof Integer size) {
        sizes.add(size);
      } else if (argument instanceof Geometry geometry) {
        sizes.addAll(sizes(geometry));
      }
    }
    Sum sum = sums.computeIfAbsent(new Call(kernel, List.copyOf(sizes)), _ -> new Sum());
    sum.calls.increment();
    sum.nanoseconds.add(nanoseconds);
    sum.multiplyAdds.add(multiplyAdds(kernel, sizes));
  }

  /** Windows, taps, channels of a group, filters: their product is the work on a picture. */
  private static List<Integer> sizes(Geometry g) {
    return List.of(g.windows(), g.taps(), g.channels() / g.groups(), g.filters());
  }

  /** The multiply-adds of kernels whose sizes multiply to them; 0 of others. */
  private static long multiplyAdds(String kernel, List<Integer> sizes) {
    boolean product =
        kernel.startsWith("dense") || kernel.startsWith("convolve") || kernel.equals("products");
    long work = product ? 1 : 0;
    for (int size : sizes) {
      work *= size;
    }
    return work;
  }

  /** The kernels that took longest, with what each took. */
  String table() {
    double whole = System.nanoTime() - start;
    StringBuilder table =
        new StringBuilder(
            """
            | kernel and sizes | calls | µs each | share of the time | GFLOP/s |
            | --- | --- | --- | --- | --- |
            """);
    Comparator<Sum> longest = Comparator.comparingLong(sum -> -sum.nanoseconds.sum());
    sums.entrySet().stream()
        .sorted((a, b) -> longest.compare(a.getValue(), b.getValue()))
        .forEach(entry -> table.append(row(entry.getKey(), entry.getValue(), whole)));
    return table.toString();
  }

  private static String row(Call call, Sum sum, double whole) {
    double time = sum.nanoseconds.sum();
    long calls = sum.calls.sum();
    long work = sum.multiplyAdds.sum();
    String rate = work == 0 ? "" : String.format(Locale.ROOT, "%.1f", 2 * work / time);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %.1f %% | %s |%n",
        call.title(),
        calls,
        time / calls / 1e3,
        100 * time / whole,
        rate);
  }
}

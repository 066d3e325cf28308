package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.address;
import static dev.annotron.runtime.kernel.NativeCalls.call;
import static dev.annotron.runtime.kernel.NativeCalls.check;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;

/**
 * The kernels of the native library. Segments must be off-heap; nothing is allocated per call, and
 * the garbage collector is not held up.
 *
 * <p>Results depend on the processor's instruction set, so the same seed gives the same bits on the
 * same kind of processor only.
 */
final class NativeKernels
    implements Kernels,
        NativeDense,
        NativeShapes,
        NativeElements,
        NativeConvolutions,
        NativeRandoms,
        NativeNormalizations,
        NativeOptimizers,
        NativeRecurrent,
        NativeSequences {
  /** Names of instruction sets, in the native numbering. */
  private static final List<String> INSTRUCTION_SETS =
      List.of("best", "baseline", "avx2", "avx512");

  /** Where a call leaves a number for its thread. */
  private static final class Result extends ThreadLocal<MemorySegment> {
    @Override
    protected MemorySegment initialValue() {
      return Arena.ofAuto().allocate(JAVA_DOUBLE);
    }
  }

  private static final Result RESULT = new Result();

  private final NativeLibrary library;
  private final NativeFunctions functions;
  private final NativeShapes.Functions shapes;
  private final NativeElements.Functions elements;
  private final NativeRandoms.Functions randoms;
  private final NativeNormalizations.Functions normalizations;
  private final NativeConvolutions.Functions convolutions;
  private final NativeOptimizers.Functions optimizers;
  private final NativeRecurrent.Functions recurrent;
  private final NativeSequences.Functions sequences;

  /** Binds the functions of a library that is loaded; {@link NativeLibrary} does it. */
  NativeKernels(NativeLibrary library) {
    this.library = library;
    SymbolLookup lookup = library.functions();
    functions = new NativeFunctions(lookup);
    shapes = NativeShapes.Functions.of(lookup);
    elements = NativeElements.Functions.of(lookup);
    randoms = NativeRandoms.Functions.of(lookup);
    normalizations = NativeNormalizations.Functions.of(lookup);
    convolutions = NativeConvolutions.Functions.of(lookup);
    optimizers = NativeOptimizers.Functions.of(lookup);
    recurrent = NativeRecurrent.Functions.of(lookup);
    sequences = NativeSequences.Functions.of(lookup);
  }

  @Override
  public NativeFunctions functions() {
    return functions;
  }

  @Override
  public NativeShapes.Functions shapes() {
    return shapes;
  }

  @Override
  public NativeElements.Functions elements() {
    return elements;
  }

  @Override
  public NativeRandoms.Functions randoms() {
    return randoms;
  }

  @Override
  public NativeConvolutions.Functions convolutions() {
    return convolutions;
  }

  @Override
  public NativeNormalizations.Functions normalizations() {
    return normalizations;
  }

  @Override
  public NativeOptimizers.Functions optimizers() {
    return optimizers;
  }

  @Override
  public NativeRecurrent.Functions recurrent() {
    return recurrent;
  }

  @Override
  public NativeSequences.Functions sequences() {
    return sequences;
  }

  @Override
  public String name() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(NativeCalls.textSize());
      return "native (".concat(NativeCalls.text(functions.describe, text)).concat(")");
    }
  }

  @Override
  public Optional<RowKernels> rows(MemorySegment block, int width, MemorySegment list) {
    return Optional.of(new NativeRows(functions, block, width, list));
  }

  /** The instruction sets that this processor has, for tests. */
  List<String> instructionSets() {
    List<String> available = INSTRUCTION_SETS.stream().filter(this::select).toList();
    select("best");
    return available;
  }

  /**
   * Makes all kernels of the process use an instruction set; false if this processor lacks it.
   *
   * @throws NativeLibraryException if it needs OpenBLAS, and that cannot be opened
   */
  boolean select(String instructionSet) {
    int choice = INSTRUCTION_SETS.indexOf(instructionSet);
    int status = call(functions.select, 0, 0, 0, 0, choice, 0, 0);
    if (status == NativeCalls.NEEDS_BLAS) {
      library.openBlas();
      return true;
    }
    return status == NativeCalls.OK;
  }

  @Override
  public void denseInputGradient(
      MemorySegment dy,
      long dyAt,
      MemorySegment weights,
      long kernelAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int in,
      int units) {
    int status =
        call(
            functions.denseInputGradient,
            address(dy, dyAt),
            address(weights, kernelAt),
            0,
            address(dx, dxAt),
            rows,
            in,
            units);
    Reference.reachabilityFence(dy);
    Reference.reachabilityFence(weights);
    Reference.reachabilityFence(dx);
    check(status);
  }

  @Override
  public void sumRows(
      MemorySegment x, long xAt, MemorySegment sum, long sumAt, int rows, int columns) {
    int status =
        call(functions.sumRows, address(x, xAt), 0, 0, address(sum, sumAt), rows, columns, 0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(sum);
    check(status);
  }

  @Override
  public void addBias(
      MemorySegment x,
      long xAt,
      MemorySegment weights,
      long biasAt,
      MemorySegment y,
      long yAt,
      int rows,
      int columns) {
    int status =
        call(
            functions.addBias,
            address(x, xAt),
            address(weights, biasAt),
            0,
            address(y, yAt),
            rows,
            columns,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(weights);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  public void activation(
      Function function,
      float slope,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int count) {
    int status =
        call(
            functions.activation,
            address(x, xAt),
            0,
            0,
            address(y, yAt),
            count,
            function.ordinal(),
            0,
            0,
            slope,
            0,
            0,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  public void activationGradient(
      Function function,
      float slope,
      MemorySegment value,
      long valueAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int count) {
    int status =
        call(
            functions.activationGradient,
            address(value, valueAt),
            address(dy, dyAt),
            0,
            address(dx, dxAt),
            count,
            function.ordinal(),
            0,
            0,
            slope,
            0,
            0,
            0);
    Reference.reachabilityFence(value);
    Reference.reachabilityFence(dy);
    Reference.reachabilityFence(dx);
    check(status);
  }

  @Override
  public void softmax(MemorySegment x, long xAt, MemorySegment y, long yAt, int rows, int columns) {
    int status = call(functions.softmax, address(x, xAt), 0, 0, address(y, yAt), rows, columns, 0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  public void softmaxGradient(
      MemorySegment y,
      long yAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns) {
    int status =
        call(
            functions.softmaxGradient,
            address(y, yAt),
            address(dy, dyAt),
            0,
            address(dx, dxAt),
            rows,
            columns,
            0);
    Reference.reachabilityFence(y);
    Reference.reachabilityFence(dy);
    Reference.reachabilityFence(dx);
    check(status);
  }

  @Override
  public void add(
      MemorySegment a, long aAt, MemorySegment b, long bAt, MemorySegment y, long yAt, int count) {
    int status =
        call(functions.add, address(a, aAt), address(b, bAt), 0, address(y, yAt), count, 0, 0);
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  public void copyRows(
      MemorySegment x,
      long xAt,
      long xStride,
      MemorySegment y,
      long yAt,
      long yStride,
      int width,
      int rows) {
    int status =
        call(
            functions.copyRows,
            address(x, xAt),
            0,
            0,
            address(y, yAt),
            rows,
            width,
            Math.toIntExact(xStride),
            Math.toIntExact(yStride),
            0,
            0,
            0,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  public double loss(
      LossFunction loss,
      float shape,
      float balance,
      MemorySegment prediction,
      long predictionAt,
      MemorySegment target,
      long targetAt,
      int rows,
      int columns) {
    MemorySegment value = RESULT.get();
    int status =
        call(
            functions.loss,
            address(prediction, predictionAt),
            address(target, targetAt),
            0,
            value.address(),
            rows,
            columns,
            loss.ordinal(),
            0,
            0,
            shape,
            balance,
            0);
    Reference.reachabilityFence(prediction);
    Reference.reachabilityFence(target);
    checkLabels(status, target, targetAt, rows, columns);
    return value.get(JAVA_DOUBLE, 0);
  }

  @Override
  public void lossGradient(
      LossFunction loss,
      float shape,
      float balance,
      float weight,
      MemorySegment prediction,
      long predictionAt,
      MemorySegment target,
      long targetAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns) {
    int status =
        call(
            functions.lossGradient,
            address(prediction, predictionAt),
            address(target, targetAt),
            0,
            address(dx, dxAt),
            rows,
            columns,
            loss.ordinal(),
            0,
            weight,
            shape,
            balance,
            0);
    Reference.reachabilityFence(prediction);
    Reference.reachabilityFence(target);
    Reference.reachabilityFence(dx);
    checkLabels(status, target, targetAt, rows, columns);
  }

  /** Throws for the label that the library refused, if that is its status. */
  private static void checkLabels(
      int status, MemorySegment target, long targetAt, int rows, int columns) {
    if (status == NativeCalls.BAD_LABEL) {
      for (int row = 0; row < rows; row++) {
        Losses.label(target.getAtIndex(JAVA_FLOAT, targetAt + row), columns);
      }
    }
    check(status);
  }
}

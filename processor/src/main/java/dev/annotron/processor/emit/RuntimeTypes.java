package dev.annotron.processor.emit;

import com.palantir.javapoet.ClassName;

/** The names of the runtime's types. The processor never loads them. */
final class RuntimeTypes {
  private static final String RUNTIME = "dev.annotron.runtime";
  private static final String KERNEL = RUNTIME + ".kernel";
  private static final String NETWORK = RUNTIME + ".network";

  static final ClassName MODEL = ClassName.get(RUNTIME, "Model");
  static final ClassName DATASET = ClassName.get(RUNTIME, "Dataset");
  static final ClassName PREDICTING = ClassName.get(RUNTIME, "Predicting");
  static final ClassName FIT_OPTIONS = ClassName.get(RUNTIME, "FitOptions");
  static final ClassName HISTORY = ClassName.get(RUNTIME, "History");
  static final ClassName EVALUATION = ClassName.get(RUNTIME, "Evaluation");
  static final ClassName WEIGHTS = ClassName.get(RUNTIME, "Weights");
  static final ClassName GRADIENTS = ClassName.get(RUNTIME, "Gradients");
  static final ClassName SUMMARY = ClassName.get(RUNTIME, "Summary");
  static final ClassName OUTPUTS = ClassName.get(RUNTIME, "Outputs");

  static final ClassName KERNELS = ClassName.get(KERNEL, "Kernels");
  static final ClassName INPUT_KERNELS = ClassName.get(KERNEL, "InputKernels");
  static final ClassName JAVA_KERNELS = ClassName.get(KERNEL, "JavaKernels");
  static final ClassName BACKEND = ClassName.get(KERNEL, "Backend");
  static final ClassName FUNCTION = ClassName.get(KERNEL, "Function");
  static final ClassName FUNCTIONS = ClassName.get(KERNEL, "Functions");
  static final ClassName CHANCE = ClassName.get(KERNEL, "Chance");
  static final ClassName COMBINATION = ClassName.get(KERNEL, "Combination");
  static final ClassName GEOMETRY = ClassName.get(KERNEL, "Geometry");
  static final ClassName HEAP_KERNELS = ClassName.get(KERNEL, "HeapKernels");
  static final ClassName HEAP_LOSSES = ClassName.get(KERNEL, "HeapLosses");
  static final ClassName HEAP_STEPS = ClassName.get(KERNEL, "HeapSteps");
  static final ClassName NADAM = ClassName.get(KERNEL, "Nadam");
  static final ClassName RECURRENT_CELL = ClassName.get(KERNEL, "RecurrentCell");
  static final ClassName LOSS_FUNCTION = ClassName.get(KERNEL, "LossFunction");

  static final ClassName ENGINE = ClassName.get(NETWORK, "Engine");
  static final ClassName PROGRAM = ClassName.get(NETWORK, "Program");
  static final ClassName SAMPLE_PROGRAM = ClassName.get(NETWORK, "SampleProgram");
  static final ClassName ARCHITECTURE = ClassName.get(NETWORK, "Architecture");
  static final ClassName SCHEDULE = ClassName.get(NETWORK, "Schedule");
  static final ClassName LAYOUT = ClassName.get(NETWORK, "Layout");
  static final ClassName SLOT = LAYOUT.nestedClass("Slot");
  static final ClassName INITIALIZATION = ClassName.get(NETWORK, "Initialization");
  static final ClassName METRIC_FUNCTION = ClassName.get(NETWORK, "MetricFunction");

  private RuntimeTypes() {}
}

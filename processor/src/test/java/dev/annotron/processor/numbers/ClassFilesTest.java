package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.spec.ModelSpec;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HotSpot does not compile methods above 8,000 bytes of bytecode: none may be generated. */
final class ClassFilesTest {
  private static final int LIMIT = 8_000;

  @ParameterizedTest
  @EnumSource(Compute.class)
  void everyMethodIsSmallEnoughToBeCompiled(Compute compute) {
    List<ModelSpec> models =
        List.of(Examples.xor(), twoLayers(), chain(), wide(), Examples.everyFamily());
    Workshop workshop = new Workshop();
    models.forEach(model -> workshop.order(model, Variant.of(compute)));
    Map<String, Integer> sizes = new TreeMap<>();
    workshop.open().classes().values().forEach(file -> sizes.putAll(methodSizes(file)));
    assertThat(sizes).hasSizeGreaterThan(25 * models.size());
    sizes.forEach((method, size) -> assertThat(size).as(method).isLessThan(LIMIT));
  }

  @ParameterizedTest
  @EnumSource(Compute.class)
  void hundredLayersTrainAStep(Compute compute) {
    Network network = Workshop.network(chain(), Variant.of(compute));
    Computed model = new Computed(network.create(1));
    double[] x = RandomData.fill(4 * 20, 1);
    byte[] before = model.bits();
    assertThat(model.step(new Batch(x, x, 4))).isFinite();
    assertThat(model.bits()).isNotEqualTo(before);
  }

  /** The code length of every method of a class file. */
  private static Map<String, Integer> methodSizes(byte[] file) {
    ClassModel model = ClassFile.of().parse(file);
    Map<String, Integer> sizes = new TreeMap<>();
    for (MethodModel method : model.methods()) {
      String name =
          "%s.%s%s"
              .formatted(
                  model.thisClass().asInternalName(),
                  method.methodName().stringValue(),
                  method.methodType().stringValue());
      sizes.put(name, method.code().map(code -> ((CodeAttribute) code).codeLength()).orElse(0));
    }
    return sizes;
  }

  private static ModelSpec twoLayers() {
    return new NetworkBuilder("TwoLayers")
        .input("pixels", 784)
        .dense("hidden", 512, Activation.GELU)
        .dense("digit", 10, Activation.SOFTMAX)
        .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
        .build();
  }

  private static ModelSpec chain() {
    return MemoryPlanTest.chainNetwork(100).build();
  }

  /** As wide as unrolling goes, with sums that are as long as they may be. */
  private static ModelSpec wide() {
    return new NetworkBuilder("Wide")
        .input("x", 200)
        .dense("a", 40, Activation.MISH)
        .dense("b", 200, Activation.TANH)
        .activate("c", Activation.SOFTSIGN)
        .concatenate("d", -1, "c", "x", "b")
        .dense("e", 3, Activation.LINEAR)
        .sgd(0.1, 0.9, true)
        .build();
  }
}

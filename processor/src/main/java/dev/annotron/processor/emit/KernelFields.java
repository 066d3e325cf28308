package dev.annotron.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The kernels that a program calls.
 *
 * @param inputInPlace whether those that read the samples can be others
 */
record KernelFields(boolean inputInPlace) {

  /** Adds fields, constructors and what changes them. */
  void addTo(TypeSpec.Builder code, String name) {
    code.addField(RuntimeTypes.KERNELS, Operand.KERNELS, Modifier.PRIVATE, Modifier.FINAL);
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addParameter(RuntimeTypes.KERNELS, Operand.KERNELS);
    if (!inputInPlace) {
      code.addMethod(constructor.addStatement("this.kernels = kernels").build());
      return;
    }
    code.addField(
        RuntimeTypes.INPUT_KERNELS, Operand.INPUT_KERNELS, Modifier.PRIVATE, Modifier.FINAL);
    code.addMethod(constructor.addStatement("this(kernels, kernels)").build());
    code.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(RuntimeTypes.KERNELS, Operand.KERNELS)
            .addParameter(RuntimeTypes.INPUT_KERNELS, Operand.INPUT_KERNELS)
            .addStatement("this.kernels = kernels")
            .addStatement("this.inputKernels = inputKernels")
            .build());
    code.addMethod(reading(name));
  }

  private static MethodSpec reading(String name) {
    TypeName program = ParameterizedTypeName.get(RuntimeTypes.PROGRAM, Memory.OFF_HEAP.type());
    return MethodSpec.methodBuilder("reading")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), program))
        .addParameter(RuntimeTypes.INPUT_KERNELS, "input")
        .addStatement("return $T.of(new $L(kernels, input))", Optional.class, name)
        .build();
  }
}

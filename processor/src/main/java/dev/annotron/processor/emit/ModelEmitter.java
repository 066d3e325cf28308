package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.plan.ModelPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The generated class: what users call, and inside it the code of their network. */
public final class ModelEmitter {
  private static final String ARCHITECTURE = "ARCHITECTURE";

  private final ModelInfo model;
  private final ModelPlan plan;
  private final Map<String, String> constants;
  private final ProgramEmitter program;

  private ModelEmitter(ModelInfo model, ModelPlan plan) {
    this.model = model;
    this.plan = plan;
    this.constants = constants(plan.train().parameters());
    this.program = new ProgramEmitter(plan, constants, model.update());
  }

  /** The source of the generated class. */
  public static JavaFile emit(ModelInfo model, ModelPlan plan) {
    return JavaFile.builder(model.packageName(), new ModelEmitter(model, plan).type())
        .skipJavaLangImports(true)
        .indent("  ")
        .build();
  }

  private TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(model.className())
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(RuntimeTypes.MODEL)
            .addJavadoc(ClassDoc.of(model, plan));
    if (model.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    plan.train().parameters().forEach(parameter -> type.addField(place(parameter)));
    type.addField(
        FieldSpec.builder(RuntimeTypes.ARCHITECTURE, ARCHITECTURE)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("architecture()")
            .build());
    type.addField(engineType(), "engine", Modifier.PRIVATE, Modifier.FINAL);
    type.addMethods(new ApiEmitter(model, creation()).emit());
    type.addMethods(new ArchitectureEmitter(model, plan, constants).emit());
    return type.addType(program.emit(model.codeName())).build();
  }

  private TypeName engineType() {
    return ParameterizedTypeName.get(RuntimeTypes.ENGINE, program.memory().type());
  }

  private CodeBlock creation() {
    return switch (program.memory()) {
      case HEAP ->
          CodeBlock.of(
              "$T.onHeap($L, new $L(), seed)", RuntimeTypes.ENGINE, ARCHITECTURE, model.codeName());
      case OFF_HEAP ->
          CodeBlock.of(
              "$1T.offHeap($2L, new $3L($4L), $4L, seed)",
              RuntimeTypes.ENGINE,
              ARCHITECTURE,
              model.codeName(),
              kernels());
    };
  }

  /** Small networks take the kernels in plain Java, and spare the process the native library. */
  private CodeBlock kernels() {
    return plan.kernels().worthNative()
        ? CodeBlock.of("$T.kernels()", RuntimeTypes.BACKEND)
        : CodeBlock.of("new $T()", RuntimeTypes.JAVA_KERNELS);
  }

  private FieldSpec place(Node parameter) {
    Op.Parameter op = (Op.Parameter) parameter.op();
    return FieldSpec.builder(TypeName.INT, Known.get(constants, op.name()))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("Where {@code $L$L} starts in the weights.\n", op.name(), op.shape())
        .initializer("$L", plan.weights().offset(parameter))
        .build();
  }

  private static Map<String, String> constants(List<Node> parameters) {
    NameAllocator names = new NameAllocator();
    names.newName(ARCHITECTURE);
    Map<String, String> constants = new LinkedHashMap<>();
    for (Node parameter : parameters) {
      String name = ((Op.Parameter) parameter.op()).name();
      constants.put(name, names.newName(JavaNames.constant(name)));
    }
    return constants;
  }
}

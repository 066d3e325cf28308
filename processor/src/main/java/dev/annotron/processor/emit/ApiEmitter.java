package dev.annotron.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods that users call; each hands over to the engine. */
final class ApiEmitter {
  private static final TypeName FLOATS = ArrayTypeName.of(TypeName.FLOAT);
  private static final TypeName ROWS = ArrayTypeName.of(FLOATS);

  private final ModelInfo model;
  private final CodeBlock creation;
  private final ClassName self;

  /**
   * @param creation the expression that makes an engine from {@code seed}
   */
  ApiEmitter(ModelInfo model, CodeBlock creation) {
    this.model = model;
    this.creation = creation;
    this.self = ClassName.get(model.packageName(), model.className());
  }

  List<MethodSpec> emit() {
    List<MethodSpec> methods = new ArrayList<>(constructors());
    if (model.data() != null) {
      methods.add(
          statically("train", self)
              .addJavadoc("A new network, trained on {@link $L}.\n", model.data())
              .addStatement("return train(new $L().get())", model.data())
              .build());
    }
    methods.add(
        statically("train", self)
            .addJavadoc("A new network, trained on {@code data} with the annotated options.\n")
            .addParameter(RuntimeTypes.DATASET, "data")
            .addStatement("$1T network = new $1T()", self)
            .addStatement("network.fit(data)")
            .addStatement("return network")
            .build());
    methods.addAll(training());
    methods.addAll(prediction());
    methods.addAll(storage());
    return methods;
  }

  private List<MethodSpec> constructors() {
    return List.of(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                "A freshly initialised network, from the annotated seed $L.\n", model.seed())
            .addStatement("this($LL)", model.seed())
            .build(),
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("A freshly initialised network. Every value is a seed, 0 too.\n")
            .addParameter(TypeName.LONG, "seed")
            .addStatement("this.engine = $L", creation)
            .build());
  }

  private static List<MethodSpec> training() {
    CodeBlock defaults = CodeBlock.of("ARCHITECTURE.defaults()");
    return List.of(
        override("fit", RuntimeTypes.HISTORY)
            .addParameter(RuntimeTypes.DATASET, "data")
            .addStatement("return engine.fit(data, $L)", defaults)
            .build(),
        override("fit", RuntimeTypes.HISTORY)
            .addParameter(RuntimeTypes.DATASET, "data")
            .addParameter(RuntimeTypes.DATASET, "validation")
            .addStatement("return engine.fit(data, $L.validation(validation))", defaults)
            .build(),
        override("fit", RuntimeTypes.HISTORY)
            .addParameter(RuntimeTypes.DATASET, "data")
            .addParameter(RuntimeTypes.FIT_OPTIONS, "options")
            .addStatement("return engine.fit(data, options.orElse($L))", defaults)
            .build(),
        override("evaluate", RuntimeTypes.EVALUATION)
            .addParameter(RuntimeTypes.DATASET, "data")
            .addStatement("return engine.evaluate(data)")
            .build(),
        override("evaluate", RuntimeTypes.EVALUATION)
            .addParameter(RuntimeTypes.DATASET, "data")
            .addParameter(RuntimeTypes.PREDICTING, "predictor")
            .addStatement("return engine.evaluate(data, predictor)")
            .build(),
        override("gradients", RuntimeTypes.GRADIENTS)
            .addParameter(RuntimeTypes.DATASET, "batch")
            .addStatement("return engine.gradients(batch)")
            .build());
  }

  private static List<MethodSpec> prediction() {
    return List.of(
        override("predict", FLOATS)
            .addParameter(FLOATS, "x")
            .varargs()
            .addStatement("return engine.predict(x)")
            .build(),
        override("predict", ROWS)
            .addParameter(ROWS, "x")
            .addStatement("return engine.predict(x)")
            .build(),
        override("predict", TypeName.VOID)
            .addParameter(FLOATS, "x")
            .addParameter(FLOATS, "out")
            .addStatement("engine.predict(x, out)")
            .build());
  }

  private List<MethodSpec> storage() {
    return List.of(
        override("weights", RuntimeTypes.WEIGHTS).addStatement("return engine.weights()").build(),
        override("save", TypeName.VOID)
            .addParameter(Path.class, "file")
            .addException(IOException.class)
            .addStatement("engine.save(file)")
            .build(),
        load(Path.class, "file"),
        load(InputStream.class, "stream"),
        statically("summary", RuntimeTypes.SUMMARY)
            .addJavadoc("The layers as a table: shapes, parameters, cost, how they are computed.\n")
            .addStatement("return $T.of(ARCHITECTURE)", RuntimeTypes.SUMMARY)
            .build(),
        statically("outputs", RuntimeTypes.OUTPUTS)
            .addJavadoc("The outputs by name, for reading predictions.\n")
            .addStatement("return $T.of(ARCHITECTURE)", RuntimeTypes.OUTPUTS)
            .build());
  }

  private MethodSpec load(Class<?> type, String parameter) {
    return statically("load", self)
        .addJavadoc("A network with the weights of a safetensors file of this architecture.\n")
        .addParameter(type, parameter)
        .addException(IOException.class)
        .addStatement("$1T network = new $1T()", self)
        .addStatement("network.engine.load($L)", parameter)
        .addStatement("return network")
        .build();
  }

  private static MethodSpec.Builder override(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }

  private static MethodSpec.Builder statically(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(result);
  }
}

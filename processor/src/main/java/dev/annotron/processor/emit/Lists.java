package dev.annotron.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Methods that return long lists, in parts that stay small. */
final class Lists {
  private static final int PER_METHOD = 20;

  private Lists() {}

  /** {@code List.of(a, b)}, a line each. */
  static CodeBlock of(List<CodeBlock> elements) {
    CodeBlock.Builder list = CodeBlock.builder().add("$T.of(", List.class);
    for (int i = 0; i < elements.size(); i++) {
      list.add(i == 0 ? "\n$L" : ",\n$L", elements.get(i));
    }
    return list.add(")").build();
  }

  /** {@code List.of(2, 8)}. */
  static CodeBlock numbers(List<Integer> numbers) {
    List<String> digits = numbers.stream().map(String::valueOf).toList();
    return CodeBlock.of("$T.of($L)", List.class, String.join(", ", digits));
  }

  /** {@code List.of("a", "b")}. */
  static CodeBlock strings(List<String> strings) {
    List<CodeBlock> literals = strings.stream().map(s -> CodeBlock.of("$S", s)).toList();
    return CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(literals, ", "));
  }

  /** A number or a flag, or a list of such. */
  static CodeBlock constant(Object value) {
    return value instanceof List<?> list
        ? CodeBlock.of(
            "$T.of($L)",
            List.class,
            CodeBlock.join(list.stream().map(e -> CodeBlock.of("$L", e)).toList(), ", "))
        : CodeBlock.of("$L", value);
  }

  /** A method of this name that returns the list, and others with its parts if it is long. */
  static List<MethodSpec> methods(String name, ClassName element, List<CodeBlock> elements) {
    if (elements.size() <= PER_METHOD) {
      return List.of(method(name, element, of(elements)));
    }
    List<MethodSpec> methods = new ArrayList<>();
    List<CodeBlock> parts = new ArrayList<>();
    for (int from = 0; from < elements.size(); from += PER_METHOD) {
      List<CodeBlock> part = elements.subList(from, Math.min(from + PER_METHOD, elements.size()));
      String partName = name + (from / PER_METHOD + 1);
      methods.add(method(partName, element, of(part)));
      parts.add(CodeBlock.of("$L().stream()", partName));
    }
    CodeBlock whole =
        CodeBlock.of(
            "$T.of($L).flatMap(part -> part).toList()", Stream.class, CodeBlock.join(parts, ", "));
    methods.add(0, method(name, element, whole));
    return methods;
  }

  private static MethodSpec method(String name, ClassName element, CodeBlock list) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(ParameterizedTypeName.get(ClassName.get(List.class), element))
        .addStatement("return $L", list)
        .build();
  }
}

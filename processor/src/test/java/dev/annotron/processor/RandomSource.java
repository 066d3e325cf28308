package dev.annotron.processor;

import dev.annotron.Network;
import dev.annotron.Train;
import dev.annotron.processor.layer.Layers;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws the source of an interface: any annotations with any values, on whatever stands there. The
 * tamer a source, the likelier it is a network; a seed gives the same for ever.
 */
final class RandomSource {
  private static final List<String> LAYERS = Layers.kinds().stream().sorted().toList();
  private static final List<String> ON_TYPES = names(ElementType.TYPE);
  private static final List<String> ON_METHODS = names(ElementType.METHOD);
  private static final List<String> ODD_INTS =
      List.of("-1", "0", "1", "2", "3", "5", "1000", "Integer.MAX_VALUE", "Integer.MIN_VALUE");
  private static final List<String> TAME_INTS = List.of("1", "2", "3", "4");
  private static final List<String> ODD_REALS =
      List.of("-1", "0", "1e-7", "0.1", "0.5", "0.9", "1", "2", "1e30", "Double.NaN");
  private static final List<String> TAME_REALS = List.of("0.1", "0.25", "0.5");
  private static final List<String> CLASSES =
      List.of("String.class", "Random.class", "int.class", "Tensor[].class");

  private final Random random;

  /** Layers that take a tensor of any rank and keep it. */
  private static final List<String> TAME =
      List.of("Activate", "LeakyRelu", "Dropout", "GaussianNoise", "BatchNorm", "LayerNorm");

  /** Layers that take two tensors of one shape and keep it. */
  private static final List<String> MERGES =
      List.of("Add", "Subtract", "Multiply", "Average", "Maximum");

  /** How often something is drawn without looking whether it makes sense. */
  private final double wildness;

  private final List<String> names = new ArrayList<>();
  private int rank = 1;

  private RandomSource(long seed) {
    random = new Random(seed);
    wildness = List.of(0.0, 0.0, 0.02, 0.3).get(Math.floorMod(seed, 4));
  }

  /** The source of the interface {@code model.Random}. */
  static String of(long seed) {
    return new RandomSource(seed).text();
  }

  private String text() {
    StringBuilder text = new StringBuilder("package model;\nimport dev.annotron.*;\n");
    text.append("@Network\n@Train(loss = Loss.MEAN_SQUARED_ERROR)\n");
    if (wild()) {
      text.append(annotation(one(ON_TYPES))).append('\n');
    }
    text.append("public interface Random {\n");
    text.append(input());
    int layers = 1 + random.nextInt(6);
    for (int i = 0; i < layers; i++) {
      text.append(layer());
    }
    return text.append("}\n").toString();
  }

  private String input() {
    rank = 1 + random.nextInt(3);
    String sizes =
        Stream.generate(() -> Integer.toString(2 + random.nextInt(5)))
            .limit(rank)
            .collect(Collectors.joining(", "));
    names.add("x");
    return "  @Input({" + sizes + "}) Tensor x();\n";
  }

  private String layer() {
    return wildness == 0 ? tame() : any();
  }

  /** A layer that fits, if no attribute is in its way. */
  private String tame() {
    String above = names.getLast();
    names.add("layer" + names.size());
    String method = " Tensor " + names.getLast();
    switch (random.nextInt(4)) {
      case 0 -> {
        String merge = annotation(one(MERGES));
        String other = random.nextBoolean() ? one(names.subList(0, names.size() - 1)) : above;
        return "  " + merge + method + "(Tensor " + above + ", Tensor " + other + ");\n";
      }
      case 1 -> {
        return "  " + annotation(one(TAME)) + method + "();\n";
      }
      default -> {
        String kind = rank == 1 ? "Dense" : "Flatten";
        rank = 1;
        return "  " + annotation(kind) + method + "();\n";
      }
    }
  }

  private String any() {
    String name =
        wild() ? one(List.of("x", "int_", "Σ", "toString", "r0")) : "layer" + names.size();
    StringBuilder text = new StringBuilder("  ");
    if (random.nextInt(8) == 0) {
      text.append(annotation(one(ON_METHODS))).append(' ');
    }
    text.append(annotation(one(LAYERS)));
    text.append(wild() ? " void " : " Tensor ").append(name).append('(');
    text.append(parameters()).append(");\n");
    names.add(name);
    return text.toString();
  }

  private String parameters() {
    int count = random.nextInt(3);
    return Stream.generate(() -> "Tensor " + (wild() ? "nothing" : one(names)))
        .limit(count)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String annotation(String name) {
    List<String> values = new ArrayList<>();
    for (Method attribute : type(name).getDeclaredMethods()) {
      boolean needed = attribute.getDefaultValue() == null;
      if (needed ? !wild() : random.nextInt(4) == 0) {
        values.add(attribute.getName() + " = " + value(attribute.getReturnType()));
      }
    }
    values.sort(null);
    return "@" + name + "(" + String.join(", ", values) + ")";
  }

  private String value(Class<?> type) {
    if (type.isArray()) {
      int length = wild() ? random.nextInt(5) : 1 + random.nextInt(2);
      return Stream.generate(() -> value(type.getComponentType()))
          .limit(length)
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (type.isEnum()) {
      List<String> constants =
          Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
      return type.getSimpleName() + "." + one(constants);
    }
    return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
      case "int", "long" -> one(wild() ? ODD_INTS : TAME_INTS);
      case "double", "float" -> one(wild() ? ODD_REALS : TAME_REALS);
      case "boolean" -> Boolean.toString(random.nextBoolean());
      case "class" -> one(CLASSES);
      case "string" -> "\"" + (names.isEmpty() || wild() ? "?" : one(names)) + "\"";
      default -> throw new AssertionError("no value of " + type);
    };
  }

  private boolean wild() {
    return random.nextDouble() < wildness;
  }

  private String one(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static Class<?> type(String annotation) {
    try {
      return Class.forName("dev.annotron." + annotation);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** The project's annotations for a kind of element, but those that every source has. */
  private static List<String> names(ElementType target) {
    return PublicTypes.in(Network.class).stream()
        .filter(Class::isAnnotation)
        .filter(type -> type != Network.class && type != Train.class)
        .filter(type -> targets(type).contains(target))
        .map(Class::getSimpleName)
        .sorted()
        .toList();
  }

  private static List<ElementType> targets(Class<?> type) {
    Annotation written = type.getAnnotation(Target.class);
    return written instanceof Target target ? List.of(target.value()) : List.of();
  }
}

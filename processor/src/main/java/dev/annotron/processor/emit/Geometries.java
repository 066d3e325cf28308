package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.PoolOp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The windows of a network as constants of its class, named after the first layer that has them.
 */
record Geometries(Map<Geometry, String> names) {

  /**
   * @param taken names that other constants have
   */
  static Geometries of(Stream<Node> nodes, Collection<String> taken) {
    NameAllocator allocator = new NameAllocator();
    taken.forEach(allocator::newName);
    Map<Geometry, String> names = new LinkedHashMap<>();
    nodes.forEach(
        node -> {
          String layer = node.origin().layer().toUpperCase(Locale.ROOT);
          geometry(node)
              .ifPresent(
                  geometry ->
                      names.computeIfAbsent(geometry, _ -> allocator.newName(layer + "_WINDOWS")));
        });
    return new Geometries(names);
  }

  private static Optional<Geometry> geometry(Node node) {
    return switch (node.op()) {
      case ConvolutionOp op -> Optional.of(op.geometry());
      case PoolOp op -> Optional.of(op.geometry());
      default -> Optional.empty();
    };
  }

  String name(Geometry geometry) {
    return Known.get(names, geometry);
  }

  List<FieldSpec> fields() {
    return names.entrySet().stream()
        .map(
            entry ->
                FieldSpec.builder(RuntimeTypes.GEOMETRY, entry.getValue())
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(value(entry.getKey()))
                    .build())
        .toList();
  }

  private static CodeBlock value(Geometry geometry) {
    return CodeBlock.of(
        "new $T(\n$L,\n$L,\n$L, $L, $L)",
        RuntimeTypes.GEOMETRY,
        value(geometry.y()),
        value(geometry.x()),
        geometry.channels(),
        geometry.filters(),
        geometry.groups());
  }

  private static CodeBlock value(Geometry.Axis axis) {
    return CodeBlock.of(
        "new $T($L, $L, $L, $L, $L, $L)",
        RuntimeTypes.GEOMETRY.nestedClass("Axis"),
        axis.size(),
        axis.kernel(),
        axis.stride(),
        axis.dilation(),
        axis.before(),
        axis.windows());
  }
}

package dev.annotron.processor.numbers;

import dev.annotron.processor.spec.ModelSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who computes a golden case, and how exact that must be. */
record Subjects(@Nullable Variant variant, double tolerance) {

  static Subjects interpreter() {
    return new Subjects(null, 1e-9);
  }

  static Subjects generated(Variant variant) {
    return new Subjects(variant, 1e-5);
  }

  /** A subject for each model, by the models' keys; generated classes in one run of javac. */
  Map<String, Subject> of(Map<String, ModelSpec> models) {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    Variant generated = variant;
    if (generated == null) {
      Variant plain = Variant.of(dev.annotron.processor.plan.Compute.AUTO);
      models.forEach((key, model) -> subjects.put(key, Interpreted.of(model, plain)));
      return subjects;
    }
    networks(models, generated)
        .forEach((key, network) -> subjects.put(key, new Computed(network.create(Subject.SEED))));
    return subjects;
  }

  /** The generated class of each model, by the models' keys. */
  static Map<String, Network> networks(Map<String, ModelSpec> models, Variant variant) {
    Workshop workshop = new Workshop();
    Map<String, Workshop.Order> orders = new LinkedHashMap<>();
    models.forEach((key, model) -> orders.put(key, workshop.order(model, variant)));
    Workshop.Loaded loaded = workshop.open();
    Map<String, Network> networks = new LinkedHashMap<>();
    orders.forEach((key, order) -> networks.put(key, loaded.network(order, variant)));
    return networks;
  }

  static <C> Map<String, C> byName(List<C> cases, Function<C, String> name) {
    return cases.stream()
        .collect(Collectors.toMap(name, Function.identity(), (a, _) -> a, LinkedHashMap::new));
  }

  @Override
  public String toString() {
    return variant == null ? "interpreter" : variant.toString();
  }
}

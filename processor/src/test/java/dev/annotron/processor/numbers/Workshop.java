package dev.annotron.processor.numbers;

import com.palantir.javapoet.JavaFile;
import dev.annotron.processor.Compiler;
import dev.annotron.processor.CompilerOptions;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.ModelSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects models, and compiles them all in one run of javac. */
final class Workshop {
  private final Map<String, String> sources = new LinkedHashMap<>();

  /** What is ordered: a class that is there after {@link #open}. */
  record Order(String className) {}

  /** Orders a class for a model; its name becomes unique. */
  Order order(ModelSpec model, CompilerOptions options) {
    String name = model.className() + "N" + sources.size();
    String qualified = model.packageName() + "." + name;
    sources.put(qualified, source(NetworkBuilder.renamed(model, name), options));
    return new Order(qualified);
  }

  Order order(ModelSpec model, Variant variant) {
    return order(model, variant.options());
  }

  /** Compiles and loads what was ordered. */
  Loaded open() {
    return new Loaded(Javac.compile(sources));
  }

  /** The network of one model. */
  static Network network(ModelSpec model, Variant variant) {
    Workshop workshop = new Workshop();
    Order order = workshop.order(model, variant);
    return workshop.open().network(order, variant);
  }

  /** The text of the generated class. */
  static String source(ModelSpec model, CompilerOptions options) {
    Report report = new Report();
    JavaFile file = Compiler.compile(model, options, report).file();
    if (file == null) {
      throw new AssertionError(report.diagnostics() + "\n" + SpecText.of(model));
    }
    return file.toString();
  }

  /** Compiled classes. */
  static final class Loaded extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loaded(Map<String, byte[]> classes) {
      super(Workshop.class.getClassLoader());
      this.classes = classes;
    }

    Network network(Order order, Variant variant) {
      try {
        return new Network(loadClass(order.className()), variant.plainKernels());
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }

    /** The class files, by binary name. */
    Map<String, byte[]> classes() {
      return classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}

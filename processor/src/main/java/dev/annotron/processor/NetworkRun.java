package dev.annotron.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.annotron.processor.check.SpecChecks;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Printer;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.emit.ModelInfo;
import dev.annotron.processor.emit.StubEmitter;
import dev.annotron.processor.layer.Layers;
import dev.annotron.processor.spec.ModelReader;
import dev.annotron.processor.spec.Names;
import dev.annotron.processor.spec.Reading;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Takes interfaces through all stages, one after another; none sees another's mistakes. */
final class NetworkRun {
  private static final ClassName GENERATED = ClassName.get(Generated.class);
  private static final String TOO_LARGE =
      ": the tensors together have more than 2,147,483,647 values; make layers smaller";

  private final Elements elements;
  private final ModelReader reader;
  private final SourceFormatter formatter;
  private final SourceWriter writer;
  private final Printer printer;
  private final ProcessorOptions options;
  private final CompilerOptions compilerOptions;
  private final Set<String> takenNames = new HashSet<>();
  private final Map<String, Boolean> hidingPackages = new HashMap<>();
  private int networks;

  NetworkRun(
      ProcessingEnvironment environment,
      ProcessorOptions options,
      CompilerOptions compilerOptions) {
    this.elements = environment.getElementUtils();
    this.reader = new ModelReader(elements, environment.getTypeUtils(), Layers.kinds());
    this.formatter =
        new SourceFormatter(options.format(), AnnotronProcessor.class.getClassLoader());
    this.writer = new SourceWriter(environment.getFiler());
    this.printer = new Printer(environment.getMessager(), options.werror());
    this.options = options;
    this.compilerOptions = compilerOptions;
  }

  /** Reserves the name of a type of the user's, which no generated class may have. */
  void take(TypeElement type) {
    takenNames.add(type.getQualifiedName().toString());
  }

  /** Compiles one network; no exception leaves, it becomes an error at the network. */
  void compile(TypeElement network) {
    networks++;
    Report report = new Report();
    try {
      compile(network, report);
    } catch (IOException unwritten) {
      report.addAs(
          Code.OUTPUT,
          Position.of(network),
          network.getSimpleName(),
          String.valueOf(unwritten.getMessage()));
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
      complain(network, failure, report);
    }
    printer.print(report);
  }

  /** A failure of ours; behind errors of the user's it may be a consequence, and is kept back. */
  private void complain(TypeElement network, Throwable failure, Report report) {
    if (!report.hasErrors()) {
      report.addAs(
          Code.INTERNAL, Position.of(network), network.getSimpleName(), Failures.summary(failure));
    }
    if (options.verbose()) {
      printer.note(Failures.trace(failure));
    }
  }

  /** Says that a network is left to javac, which has errors about its types. */
  void abandon(TypeElement network) {
    Report report = new Report();
    report.addAs(Code.UNRESOLVED, Position.of(network), network.getSimpleName());
    printer.print(report);
  }

  /** Says that a type has annotations of a network, and is none. */
  void complainOfForgotten(TypeElement type) {
    Report report = new Report();
    reader.complainOfForgotten(type, report);
    printer.print(report);
  }

  /** Tells how long the processor itself has taken, in all rounds. */
  void tellTime(double milliseconds) {
    printer.note("Annotron compiled %d networks in %.0f ms".formatted(networks, milliseconds));
  }

  /** A class and perhaps warnings, or errors and a stand-in for the class. */
  private void compile(TypeElement network, Report report) throws IOException {
    StageTimes times = new StageTimes();
    Names names = reader.names(network, takenNames, report);
    boolean free = takenNames.add(names.qualifiedClassName());
    Optional<Compilation> compilation =
        times
            .of("read", () -> reader.read(network, names, report))
            .flatMap(reading -> compile(reading, report, times));
    if (!report.hasErrors() && compilation.isPresent()) {
      write(network, names, compilation.get(), report, times);
    } else if (free && reader.seesRuntime(network)) {
      writer.source(names, stub(network, names), network);
    }
  }

  private Optional<Compilation> compile(Reading reading, Report report, StageTimes times) {
    SpecChecks.check(reading, report);
    try {
      return Optional.of(Compiler.compile(reading, compilerOptions, report, times));
    } catch (ArithmeticException _) {
      // Each tensor by itself was counted before; sizes are added up in exact arithmetic.
      String name = reading.model().interfaceName();
      report.add(Code.SHAPE_OVERFLOW, reading.model().at(), name + TOO_LARGE);
      return Optional.empty();
    }
  }

  private void write(
      TypeElement network, Names names, Compilation compilation, Report report, StageTimes times)
      throws IOException {
    JavaFile file = compilation.file();
    Stages stages = compilation.stages();
    ModelInfo info = compilation.info();
    if (file == null || stages == null || info == null) {
      throw new IllegalStateException("neither a class nor an error came of " + network);
    }
    String source =
        times.of("text", () -> formatter.format(finished(file, network).toString(), report));
    writer.source(names, source, network);
    switch (options.dump()) {
      case NONE -> {}
      case NOTE -> printer.note(StagesDump.dump(stages));
      case FILE -> writer.beside(names, ".dump.txt", StagesDump.dump(stages), network);
    }
    if (options.report()) {
      writer.beside(names, ".report.html", page(info, stages), network);
    }
    if (options.verbose()) {
      printer.note("Annotron: " + times.text(names.interfaceName()));
    }
  }

  private String page(ModelInfo info, Stages stages) {
    return ReportPage.of(info, stages, compilerOptions.compute());
  }

  private String stub(TypeElement network, Names names) {
    return StubEmitter.stub(
        names.packageName(), names.className(), names.isPublic(), reader.hasData(network));
  }

  /** The file as it is written: marked as generated if the user's module can see the mark. */
  private JavaFile finished(JavaFile file, TypeElement network) {
    TypeSpec.Builder type = file.typeSpec().toBuilder();
    if (elements.getTypeElement(elements.getModuleOf(network), GENERATED.canonicalName()) != null) {
      type.addAnnotation(
          AnnotationSpec.builder(GENERATED)
              .addMember("value", "$S", AnnotronProcessor.class.getCanonicalName())
              .build());
    }
    return JavaFile.builder(file.packageName(), type.build())
        .indent("  ")
        .skipJavaLangImports(!hidesJavaLang(network))
        .build();
  }

  /**
   * Whether the user's package has a type that would stand before one of java.lang's. Javac looks
   * for a type that is not there in every jar, so each package is asked once, in its module alone.
   */
  private boolean hidesJavaLang(TypeElement network) {
    PackageElement own = elements.getPackageOf(network);
    return hidingPackages.computeIfAbsent(
        own.getQualifiedName().toString(),
        name ->
            Stream.of("Double", "Math", "Override", "String", "System")
                .map(type -> name.isEmpty() ? type : name + "." + type)
                .anyMatch(
                    type -> elements.getTypeElement(elements.getModuleOf(network), type) != null));
  }
}

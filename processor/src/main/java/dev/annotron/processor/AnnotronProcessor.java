package dev.annotron.processor;

import com.google.auto.common.SuperficialValidation;
import com.google.auto.service.AutoService;
import dev.annotron.Block;
import dev.annotron.Network;
import dev.annotron.processor.diagnostics.Printer;
import dev.annotron.processor.diagnostics.Report;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What javac calls: finds annotated interfaces and has each compiled when its types are known. */
@AutoService(Processor.class)
public final class AnnotronProcessor extends AbstractProcessor {
  private static final Set<String> KNOWN_OPTIONS =
      Stream.concat(ProcessorOptions.names().stream(), CompilerOptions.names().stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final double NANOS_PER_MILLI = 1e6;

  /** Interfaces that refer to types which do not exist yet; other processors may make them. */
  private final Set<Waiting> waiting = new LinkedHashSet<>();

  private ProcessorOptions options;
  private NetworkRun run;
  private long nanos;

  /** Elements do not outlive a round; names do. */
  private record Waiting(String module, String type) {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    // The last is on our own output: javac's lint complains of annotations that nobody claims.
    return Set.of("dev.annotron.*", Generated.class.getCanonicalName());
  }

  /** Ours, and those written that look like ours: about these we speak ourselves. */
  @Override
  public Set<String> getSupportedOptions() {
    Stream<String> written =
        processingEnv == null
            ? Stream.of()
            : processingEnv.getOptions().keySet().stream().filter(ProcessorOptions::isOurs);
    return Stream.concat(KNOWN_OPTIONS.stream(), written).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Report report = new Report();
    options = ProcessorOptions.of(environment.getOptions(), report);
    ProcessorOptions.checkNames(environment.getOptions().keySet(), KNOWN_OPTIONS, report);
    CompilerOptions ofStages = CompilerOptions.of(environment.getOptions(), report);
    run = new NetworkRun(environment, options, ofStages);
    new Printer(environment.getMessager(), options.werror()).print(report);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    long start = System.nanoTime();
    ElementFilter.typesIn(round.getRootElements()).forEach(run::take);
    List<TypeElement> networks = networks(round);
    waiting.clear();
    networks.forEach(network -> compileOrWait(network, round.processingOver()));
    forgotten(annotations, round).forEach(run::complainOfForgotten);
    nanos += System.nanoTime() - start;
    if (round.processingOver() && options.verbose()) {
      run.tellTime(nanos / NANOS_PER_MILLI);
    }
    return true;
  }

  /** Those that waited for this round, and those that are new in it. */
  private List<TypeElement> networks(RoundEnvironment round) {
    Elements elements = processingEnv.getElementUtils();
    Stream<TypeElement> again =
        waiting.stream()
            .map(one -> elements.getTypeElement(elements.getModuleElement(one.module), one.type))
            .filter(Objects::nonNull);
    Stream<TypeElement> found =
        ElementFilter.typesIn(round.getElementsAnnotatedWith(Network.class)).stream();
    return Stream.concat(again, found).toList();
  }

  /** Types that have annotations of a network but are not marked as one. */
  private static Stream<TypeElement> forgotten(
      Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return annotations.stream()
        .filter(annotation -> !isNamed(annotation, Generated.class))
        .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
        .filter(element -> element.getAnnotation(Network.class) == null)
        .filter(TypeElement.class::isInstance)
        .map(TypeElement.class::cast)
        .distinct();
  }

  private void compileOrWait(TypeElement network, boolean last) {
    if (isComplete(network)) {
      run.compile(network);
    } else if (last) {
      run.abandon(network);
    } else {
      Elements elements = processingEnv.getElementUtils();
      String module = elements.getModuleOf(network).getQualifiedName().toString();
      waiting.add(new Waiting(module, network.getQualifiedName().toString()));
    }
  }

  /**
   * Whether all types that a network is read from exist; what fails here fails again, guarded, in
   * the stages. The interface's other members may use the class that is generated from it.
   */
  private static boolean isComplete(TypeElement network) {
    try {
      return network.getAnnotationMirrors().stream().allMatch(AnnotronProcessor::isComplete)
          && areComplete(network, new HashSet<>());
    } catch (RuntimeException | LinkageError _) {
      return true;
    }
  }

  /** Whether the layers of an interface can be read, and those of the blocks that it uses. */
  private static boolean areComplete(TypeElement type, Set<TypeElement> seen) {
    return !seen.add(type)
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .allMatch(
                method ->
                    SuperficialValidation.validateElement(method)
                        && blocks(method).allMatch(block -> areComplete(block, seen)));
  }

  /** The interface that a method uses as a block. */
  private static Stream<TypeElement> blocks(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .filter(mirror -> isNamed(mirror, Block.class))
        .flatMap(mirror -> mirror.getElementValues().values().stream())
        .map(AnnotationValue::getValue)
        .filter(DeclaredType.class::isInstance)
        .map(type -> (TypeElement) ((DeclaredType) type).asElement());
  }

  private static boolean isNamed(AnnotationMirror mirror, Class<?> annotation) {
    return isNamed((TypeElement) mirror.getAnnotationType().asElement(), annotation);
  }

  private static boolean isNamed(TypeElement type, Class<?> annotation) {
    return type.getQualifiedName().contentEquals(annotation.getCanonicalName());
  }

  private static boolean isComplete(AnnotationMirror mirror) {
    return mirror.getAnnotationType().getKind() != TypeKind.ERROR
        && mirror.getElementValues().values().stream()
            .map(AnnotationValue::getValue)
            .noneMatch(AnnotronProcessor::isMissing);
  }

  /** javac gives a class that it cannot find as an error type, or as a string. */
  private static boolean isMissing(Object value) {
    return value.equals("<error>")
        || (value instanceof TypeMirror type && type.getKind() == TypeKind.ERROR);
  }
}

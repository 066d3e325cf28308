package dev.annotron.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.annotron.processor.diagnostics.Printer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages are stages: what comes later sees what comes earlier, and never the other way. */
class ArchitectureTest {
  private static final String ROOT = "dev.annotron.processor";

  /** In data-flow order. */
  private static final List<String> STAGES =
      List.of(
          "diagnostics",
          "spec",
          "ir",
          "layer",
          "check",
          "autodiff",
          "interpret",
          "optimize",
          "plan",
          "emit");

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(TestCompiler.home(AnnotronProcessor.class));

  static IntStream stages() {
    return IntStream.range(0, STAGES.size());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void aStageSeesEarlierOnesOnly(int stage) {
    String[] later =
        Stream.concat(
                Stream.of(ROOT),
                STAGES.subList(stage + 1, STAGES.size()).stream().map(ArchitectureTest::in))
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(in(STAGES.get(stage)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(later)
        .check(CLASSES);
  }

  @Test
  void everyPackageIsAStage() {
    Set<String> packages =
        CLASSES.stream()
            .map(type -> type.getPackageName().substring(ROOT.length()).replaceFirst("^\\.", ""))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());

    assertThat(packages).containsExactlyInAnyOrderElementsOf(STAGES);
  }

  @Test
  void noCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void javacIsSeenByTheFrontOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, in("diagnostics"), in("spec"))
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<>("belong to javac's model") {
              @Override
              public boolean test(JavaClass type) {
                // JavaPoet's modifiers are javac's; they are words and no elements.
                return type.getPackageName().startsWith("javax.lang.model")
                    && !type.isAssignableTo(Modifier.class);
              }
            })
        .check(CLASSES);
  }

  @Test
  void emissionNeverSeesTheSpec() {
    noClasses()
        .that()
        .resideInAnyPackage(in("ir"), in("autodiff"), in("interpret"), in("optimize"), in("emit"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in("spec"))
        .check(CLASSES);
  }

  @Test
  void onlyThePrinterSpeaksToTheUser() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Printer.class.getName())
        .should()
        .callMethodWhere(owner(Messager.class))
        .check(CLASSES);
  }

  @Test
  void onlyTheWriterWritesFiles() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(SourceWriter.class.getName())
        .should()
        .callMethodWhere(owner(Filer.class))
        .check(CLASSES);
  }

  @Test
  void classesAreNotMadeToBeExtended() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotAnonymousClasses()
        .and()
        .areNotEnums()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaMethodCall> owner(Class<?> type) {
    return new DescribedPredicate<>("belongs to " + type.getSimpleName()) {
      @Override
      public boolean test(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(type);
      }
    };
  }

  private static String in(String stage) {
    return ROOT + "." + stage;
  }
}

package dev.annotron.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor: it writes one class in its first round. */
@SupportedAnnotationTypes("*")
final class GeneratorBeside extends AbstractProcessor {
  private final String name;
  private final String text;
  private boolean done;

  GeneratorBeside(String name, String text) {
    this.name = name;
    this.text = text;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!done) {
      done = true;
      try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        writer.write(text);
      } catch (IOException unwritten) {
        throw new UncheckedIOException(unwritten);
      }
    }
    return false;
  }
}

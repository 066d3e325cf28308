package dev.annotron.processor;

import dev.annotron.processor.spec.Names;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes finished texts to files, each with the one interface that it comes from. */
final class SourceWriter {
  private final Filer filer;

  SourceWriter(Filer filer) {
    this.filer = filer;
  }

  void source(Names names, String text, TypeElement network) throws IOException {
    write(filer.createSourceFile(names.qualifiedClassName(), network), text);
  }

  /** Writes a file such as {@code XorNet.dump.txt} beside the class. */
  void beside(Names names, String suffix, String text, TypeElement network) throws IOException {
    String file = names.className() + suffix;
    write(
        filer.createResource(StandardLocation.CLASS_OUTPUT, names.packageName(), file, network),
        text);
  }

  private static void write(FileObject file, String text) throws IOException {
    try (Writer writer = file.openWriter()) {
      writer.write(text);
    }
  }
}

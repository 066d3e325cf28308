package dev.annotron.processor;

import dev.annotron.processor.ProcessorOptions.Format;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Formats generated sources with google-java-format, if that is asked for and lies on the processor
 * path; otherwise they stay as they are, which is told once.
 */
final class SourceFormatter {
  private static final String FORMATTER = "com.google.googlejavaformat.java.Formatter";
  private final ClassLoader processorPath;
  private boolean wanted;
  private @Nullable Object formatter;

  SourceFormatter(Format format, ClassLoader processorPath) {
    this.wanted = format == Format.AUTO;
    this.processorPath = processorPath;
  }

  /** The source, formatted if possible; what prevents it is added to the report once. */
  String format(String source, Report report) {
    if (!wanted) {
      return source;
    }
    try {
      return formatted(source);
    } catch (ClassNotFoundException _) {
      giveUp("google-java-format is not on the processor path", report);
    } catch (InvocationTargetException failure) {
      giveUp("google-java-format failed: " + failure.getCause(), report);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException unfit) {
      giveUp("google-java-format cannot be used: " + unfit, report);
    }
    return source;
  }

  private String formatted(String source) throws ReflectiveOperationException {
    if (formatter == null) {
      Class<?> type = new FormatterLoader(processorPath).loadClass(FORMATTER);
      formatter = type.getConstructor().newInstance();
    }
    Method format = formatter.getClass().getMethod("formatSource", String.class);
    return (String) format.invoke(formatter, source);
  }

  private void giveUp(String reason, Report report) {
    wanted = false;
    report.addAs(Code.FORMATTER, Position.NOWHERE, reason);
  }
}

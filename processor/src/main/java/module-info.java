/** The annotation processor that compiles networks. */
@SuppressWarnings("requires-automatic")
module dev.annotron.processor {
  requires auto.common;
  requires static com.google.auto.service;
  requires com.palantir.javapoet;
  requires dev.annotron;
  requires java.compiler;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      dev.annotron.processor.AnnotronProcessor;
}

package dev.annotron.processor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Our processor, with a filer that remembers of which elements each file is made. */
final class RecordingProcessor extends AbstractProcessor {
  private final AnnotronProcessor real = new AnnotronProcessor();
  private final List<Made> made = new ArrayList<>();

  /** A call of the filer. */
  record Made(String what, List<String> origins) {}

  List<Made> made() {
    return List.copyOf(made);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return real.getSupportedSourceVersion();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return real.getSupportedAnnotationTypes();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return real.getSupportedOptions();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Filer filer = proxy(Filer.class, this::recorded);
    real.init(
        proxy(
            ProcessingEnvironment.class,
            (_, method, arguments) ->
                method.getName().equals("getFiler")
                    ? filer
                    : call(method, environment, arguments)));
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return real.process(annotations, round);
  }

  private Object recorded(Object proxy, Method method, Object[] arguments) throws Throwable {
    Element[] origins = (Element[]) arguments[arguments.length - 1];
    made.add(
        new Made(method.getName(), Arrays.stream(origins).map(one -> one.toString()).toList()));
    return call(method, processingEnv.getFiler(), arguments);
  }

  private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}

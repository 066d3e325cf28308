package dev.annotron.processor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Our processor, with an environment that fails for one network. */
final class FailingProcessor extends AbstractProcessor {
  private final AnnotronProcessor real = new AnnotronProcessor();
  private final String network;

  FailingProcessor(String network) {
    this.network = network;
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
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Elements elements = proxy(Elements.class, this::failing);
    real.init(
        proxy(
            ProcessingEnvironment.class,
            (_, method, arguments) ->
                method.getName().equals("getElementUtils")
                    ? elements
                    : call(method, environment, arguments)));
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return real.process(annotations, round);
  }

  private Object failing(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("getPackageOf")
        && ((Element) arguments[0]).getSimpleName().contentEquals(network)) {
      throw new IllegalStateException("made to fail");
    }
    return call(method, processingEnv.getElementUtils(), arguments);
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

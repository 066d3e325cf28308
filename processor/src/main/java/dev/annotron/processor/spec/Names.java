package dev.annotron.processor.spec;

/**
 * What the generated class is called and where it lies.
 *
 * @param packageName empty for the default package
 * @param interfaceName the simple name of the interface
 * @param className the simple name of the class to generate
 * @param isPublic whether the interface can be seen everywhere
 */
public record Names(String packageName, String interfaceName, String className, boolean isPublic) {

  public String qualifiedClassName() {
    return packageName.isEmpty() ? className : packageName + "." + className;
  }
}

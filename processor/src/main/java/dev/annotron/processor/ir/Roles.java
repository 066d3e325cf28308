package dev.annotron.processor.ir;

import java.util.Locale;

/** What a parameter is to its layer: the last part of its name says so. */
public final class Roles {
  private Roles() {}

  /**
   * Whether penalties and constraints of kernels are about this parameter: about tables of
   * embeddings too, and not about recurrent kernels, as in Keras.
   */
  public static boolean isKernel(String parameter) {
    String role = role(parameter);
    return role.equals("embeddings") || (role.endsWith("kernel") && !role.contains("recurrent"));
  }

  /** Whether those of biases are about it. */
  public static boolean isBias(String parameter) {
    return role(parameter).endsWith("bias");
  }

  private static String role(String parameter) {
    return parameter.substring(parameter.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}

package dev.annotron.processor;

import javax.tools.JavaFileObject;

/** Small sources that several tests vary. */
final class Sources {
  private static final String XOR =
      """
      package model;

      import dev.annotron.*;

      @Network(ATTRIBUTES)
      @Train(loss = Loss.BINARY_CROSSENTROPYDATA)
      public interface NAME {
        @Input(2) Tensor bits();
        @Dense(units = UNITS, activation = Activation.SIGMOID) Tensor answer();
      }
      """;

  private Sources() {}

  static JavaFileObject network(String name) {
    return network(name, "", "", "1");
  }

  /** A network whose {@code units} is this expression. */
  static JavaFileObject networkOfUnits(String name, String units) {
    return network(name, "", "", units);
  }

  /** A network with a name for its generated class. */
  static JavaFileObject networkCalled(String name, String className) {
    return network(name, "name = \"" + className + "\"", "", "1");
  }

  /** A network with a data class. */
  static JavaFileObject networkOn(String name, String data) {
    return network(name, "", ", data = " + data + ".class", "1");
  }

  private static JavaFileObject network(String name, String attributes, String data, String units) {
    String text =
        XOR.replace("ATTRIBUTES", attributes)
            .replace("DATA", data)
            .replace("UNITS", units)
            .replace("NAME", name);
    return TestCompiler.source("model." + name, text);
  }

  /** A class that uses everything that is generated for {@code Xor} without data. */
  static JavaFileObject user() {
    return TestCompiler.source(
        "model.User",
        """
        package model;

        import dev.annotron.runtime.*;
        import java.io.*;
        import java.nio.file.Path;

        class User {
          XorNet net = new XorNet(3);

          void use(Dataset data, Path file, InputStream in) throws IOException {
            XorNet fresh = new XorNet();
            XorNet trained = XorNet.train(data);
            XorNet loaded = XorNet.load(file);
            XorNet read = XorNet.load(in);
            Summary summary = XorNet.summary();
            Model model = net;
            float[] y = net.predict(0, 1);
          }
        }
        """);
  }
}

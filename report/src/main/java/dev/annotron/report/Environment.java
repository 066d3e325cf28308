package dev.annotron.report;

import dev.annotron.runtime.kernel.Backend;
import dev.annotron.runtime.text.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run ran on: the same seed gives the same bits on the same of these. */
final class Environment {
  private Environment() {}

  static Map<String, String> describe() {
    Runtime runtime = Runtime.getRuntime();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("JVM", property("java.vm.name") + " " + property("java.vm.version"));
    values.put(
        "system", property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
    values.put("processors", Integer.toString(runtime.availableProcessors()));
    values.put("heap, at most", Numbers.bytes(runtime.maxMemory()));
    values.put("kernels", Backend.describe());
    return values;
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}

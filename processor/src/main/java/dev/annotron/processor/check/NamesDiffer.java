package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Generated code makes constants of names: {@code hiddenLayer} becomes {@code HIDDEN_LAYER}. */
final class NamesDiffer {
  private static final Pattern WORD_START = Pattern.compile("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})");

  private NamesDiffer() {}

  static void check(ModelSpec model, Report report) {
    Map<String, String> spelled = new HashMap<>();
    Map<String, String> plain = new HashMap<>();
    for (LayerSpec layer : model.layers()) {
      String name = layer.name();
      String constant = constant(name);
      String like = spelled.putIfAbsent(constant, name);
      String likeInCase = plain.putIfAbsent(name.toUpperCase(Locale.ROOT), name);
      if (like != null || likeInCase != null) {
        String other = like == null ? likeInCase : like;
        report.addAs(Code.LAYER_SIMILAR, layer.at(), name, other);
      }
    }
  }

  private static String constant(String name) {
    return WORD_START.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
  }
}

package dev.annotron.runtime.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which {@link Kernels} run in this process. Chosen once, when they are first asked for, by the
 * system property {@code annotron.native}:
 *
 * <ul>
 *   <li>{@code auto}, the default: the native library wherever it is there and the JVM permits
 *       native access; else plain Java, and one INFO line that says what was tried and what would
 *       help;
 *   <li>{@code off}: plain Java; nothing is loaded;
 *   <li>{@code required}: the native library, or an exception with the words of that line.
 * </ul>
 *
 * <p>{@code annotron.native.path} names a directory that holds the library, instead of this jar;
 * {@code annotron.threads} says how many threads a large native kernel may use, by default the
 * processors but at most eight. Results have the same bits for the same number.
 */
public final class Backend {
  static final String PROPERTY = "annotron.native";

  private Backend() {}

  /** What was chosen; without kernels, the description is that of the failure. */
  record Choice(@Nullable Kernels kernels, String description, boolean fellBack) {}

  /** Lazy, and never throws: a failed static initialiser would hide its reason. */
  private static final class Holder {
    static final Optional<Choice> CHOICE = choose();

    private static Optional<Choice> choose() {
      String mode = System.getProperty(PROPERTY, "auto");
      Optional<Choice> choice = Backend.choose(mode, Backend.class.getModule());
      if (choice.isPresent() && choice.get().fellBack()) {
        System.getLogger("dev.annotron.runtime")
            .log(System.Logger.Level.INFO, choice.get().description());
      }
      return choice;
    }
  }

  /**
   * The kernels of this process.
   *
   * @throws NativeLibraryException if the native library is required and cannot be used
   * @throws IllegalArgumentException if {@code annotron.native} has none of the values above
   */
  public static Kernels kernels() {
    Choice choice = chosen();
    if (choice.kernels() == null) {
      throw new NativeLibraryException(choice.description());
    }
    return choice.kernels();
  }

  /** Which kernels run, and why, in one sentence; never throws for a library that is missing. */
  public static String describe() {
    return chosen().description();
  }

  private static Choice chosen() {
    if (Holder.CHOICE.isEmpty()) {
      throw new IllegalArgumentException(
          "the system property %s must be auto, off or required; found '%s'"
              .formatted(PROPERTY, System.getProperty(PROPERTY)));
    }
    return Holder.CHOICE.get();
  }

  /** Empty for a mode that does not exist. */
  static Optional<Choice> choose(String mode, Module module) {
    return switch (mode) {
      case "off" ->
          Optional.of(
              new Choice(new JavaKernels(), "java, because of -Dannotron.native=off", false));
      case "auto", "required" -> Optional.of(attempt(mode.equals("required"), module));
      default -> Optional.empty();
    };
  }

  private static Choice attempt(boolean required, Module module) {
    try {
      if (!module.isNativeAccessEnabled()) {
        throw new NativeLibraryException(
            "this JVM does not permit native access; for full speed run it with"
                + " --enable-native-access="
                + (module.isNamed() ? module.getName() : "ALL-UNNAMED"));
      }
      Kernels kernels = NativeLibrary.load();
      return new Choice(kernels, kernels.name(), false);
    } catch (NativeLibraryException e) {
      String reason = "Annotron's native library is not used: " + e.getMessage();
      return required
          ? new Choice(null, reason, false)
          : new Choice(new JavaKernels(), reason + ". Computing in plain Java, slower.", true);
    }
  }
}

package dev.annotron.runtime.kernel;

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
 * processors but at most eight. Results have the same bits for the same number. {@code
 * annotron.profile=true} prints a table of where the time went when the process ends.
 */
public final class Backend {
  private Backend() {}

  /** What was chosen; without kernels, the description is that of the failure. */
  record Choice(@Nullable Kernels kernels, String description, Outcome outcome) {}

  enum Outcome {
    AS_ASKED,
    FELL_BACK,
    UNUSABLE,
    BAD_SETTING
  }

  /** Lazy, and never throws: a failed static initialiser would hide its reason. */
  private static final class Holder {
    static final Choice CHOICE = choose();

    private static Choice choose() {
      Choice choice;
      try {
        Settings settings = Settings.of(System.getProperties());
        choice = Backend.choose(settings, Backend.class.getModule());
        if (settings.profile() && choice.kernels() != null) {
          choice =
              new Choice(Profile.watched(choice.kernels()), choice.description(), choice.outcome());
        }
      } catch (IllegalArgumentException e) {
        return new Choice(null, String.valueOf(e.getMessage()), Outcome.BAD_SETTING);
      }
      if (choice.outcome() == Outcome.FELL_BACK) {
        System.getLogger("dev.annotron.runtime")
            .log(System.Logger.Level.INFO, choice.description());
      }
      return choice;
    }
  }

  /**
   * The kernels of this process.
   *
   * @throws NativeLibraryException if the native library is required and cannot be used
   * @throws IllegalArgumentException if one of the properties above has a value that means nothing
   */
  public static Kernels kernels() {
    Choice choice = chosen();
    if (choice.kernels() == null) {
      throw new NativeLibraryException(choice.description());
    }
    return choice.kernels();
  }

  /**
   * Which kernels run, and why, in one sentence; never throws for a library that is missing.
   *
   * @throws IllegalArgumentException if one of the properties above has a value that means nothing
   */
  public static String describe() {
    return chosen().description();
  }

  private static Choice chosen() {
    Choice choice = Holder.CHOICE;
    if (choice.outcome() == Outcome.BAD_SETTING) {
      throw new IllegalArgumentException(choice.description());
    }
    return choice;
  }

  static Choice choose(Settings settings, Module module) {
    return switch (settings.mode()) {
      case OFF ->
          new Choice(new JavaKernels(), "java, because of -Dannotron.native=off", Outcome.AS_ASKED);
      case AUTO, REQUIRED -> attempt(settings, module);
    };
  }

  /** Whatever goes wrong here, plain Java works as well. */
  private static Choice attempt(Settings settings, Module module) {
    try {
      if (!module.isNativeAccessEnabled()) {
        throw new NativeLibraryException(
            "this JVM does not permit native access; for full speed run it with"
                + " --enable-native-access="
                + (module.isNamed() ? module.getName() : "ALL-UNNAMED"));
      }
      Kernels kernels = NativeLibrary.load(settings);
      return new Choice(kernels, kernels.name(), Outcome.AS_ASKED);
    } catch (NativeLibraryException e) {
      return failed(settings, String.valueOf(e.getMessage()));
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      return failed(settings, e.toString());
    }
  }

  private static Choice failed(Settings settings, String why) {
    String reason = "Annotron's native library is not used: " + why;
    return settings.mode() == Settings.Mode.REQUIRED
        ? new Choice(null, reason, Outcome.UNUSABLE)
        : new Choice(
            new JavaKernels(), reason + ". Computing in plain Java, slower.", Outcome.FELL_BACK);
  }
}

package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static Settings of(String... keysAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
    }
    return Settings.of(properties);
  }

  @Test
  void withoutPropertiesTheLibraryOfTheJarIsTriedWithAFewThreads() {
    Settings settings = of();
    assertThat(settings.mode()).isEqualTo(Settings.Mode.AUTO);
    assertThat(settings.threads()).isBetween(1, 8);
    assertThat(settings.directory()).isNull();
  }

  @Test
  void propertiesSayOtherwise() {
    Settings settings = of("annotron.native", "off", "annotron.threads", "1000");
    assertThat(settings.mode()).isEqualTo(Settings.Mode.OFF);
    assertThat(settings.threads()).isEqualTo(1000);
  }

  @Test
  void aDirectoryBecomesAbsolute() {
    assertThat(of("annotron.native.path", "libraries").directory())
        .isEqualTo(Path.of("libraries").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0", "-3", "99999999999", "", "2.5", " 2"})
  void aNumberOfThreadsThatIsNoneIsRefused(String threads) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("annotron.threads", threads))
        .withMessage(
            "the system property annotron.threads must be a whole number from 1 to 2147483647;"
                + " found '%s'",
            threads);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aBlankDirectoryIsRefused(String directory) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("annotron.native.path", directory))
        .withMessageContaining("annotron.native.path must be the directory that holds")
        .withMessageEndingWith("found '%s'", directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "maybe", "OFF"})
  void anotherModeIsRefused(String mode) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("annotron.native", mode))
        .withMessage(
            "the system property annotron.native must be auto, off or required; found '%s'", mode);
  }
}

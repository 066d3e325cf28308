package dev.annotron.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModelCheckpointTest {
  private static final ModelCheckpoint CHECKPOINT =
      new ModelCheckpoint(Path.of("last.safetensors"));

  private static Scripted run(ModelCheckpoint callback) {
    return new Scripted("val_loss", 3, 1.25, 2, 0.5).run(callback);
  }

  private static ModelCheckpoint named(String name) {
    return new ModelCheckpoint(Path.of(name));
  }

  @Test
  void oneForEachEpochUnlessItIsSaid() {
    assertThat(run(CHECKPOINT).checkpoints).hasSize(4);
    assertThat(run(CHECKPOINT.everyEpochs(2)).checkpoints).hasSize(2);
  }

  @Test
  void namesTellEpochAndValues() {
    assertThat(run(named("{epoch}-{val_loss}").everyEpochs(2)).checkpoints)
        .containsExactly(Path.of("2-1.2500"), Path.of("4-0.5000"));
    assertThat(run(named("a{epoch:03d}b{val_loss:.1f}c").everyEpochs(3)).checkpoints)
        .containsExactly(Path.of("a003b2.0c"));
  }

  @Test
  void theBestOnlyIfItIsSaid() {
    ModelCheckpoint best = named("{epoch}").saveBestOnly(true);

    assertThat(run(best).checkpoints).containsExactly(Path.of("1"), Path.of("2"), Path.of("4"));
    assertThat(run(best.mode(Mode.MAX)).checkpoints).containsExactly(Path.of("1"));
    assertThat(run(best.initialValueThreshold(1)).checkpoints).containsExactly(Path.of("4"));
    assertThat(new Scripted("val_loss", 3, 1.25, 2, 0.5).after(2).run(best).checkpoints)
        .containsExactly(Path.of("4"));
  }

  @Test
  void mistakesAreFoundBeforeTheFirstStep() {
    assertThatThrownBy(() -> run(named("{accuracy}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("asks for {accuracy}, which is not measured")
        .hasMessageContaining("epoch or one of [val_loss]");
    assertThatThrownBy(() -> run(named("{epoch:2x}"))).hasMessageContaining("Mend the braces");
    assertThatThrownBy(() -> run(named("/no/such/directory/file")))
        .hasMessageStartingWith("there is no directory /no/such/directory");
    assertThatThrownBy(() -> run(CHECKPOINT.saveBestOnly(true).monitor("val_auc")))
        .hasMessageContaining("monitors \"val_auc\"");
    assertThatThrownBy(() -> CHECKPOINT.everyEpochs(0)).hasMessageStartingWith("everyEpochs is 0");
  }
}

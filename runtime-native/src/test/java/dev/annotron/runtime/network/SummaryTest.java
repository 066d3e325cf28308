package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.runtime.Summary;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void isATableWithTotals() {
    assertThat(Summary.of(Tiny.classes().architecture()))
        .hasToString(
            """
            Network: Tiny
            ---------------------------------------------------------
            layer (kind)    output shape  parameters  FLOPs  computed
            ---------------------------------------------------------
            hidden (Dense)  [5]                   20     40      loop
            answer (Dense)  [3]                   18     36      loop
            ---------------------------------------------------------
            parameters: 38 (152 B)
            forward pass: 76 FLOPs per sample
            optimizer: Sgd(learningRate=0.1, momentum=0.9)
            loss: SPARSE_CATEGORICAL_CROSSENTROPY
            training adds: 456 B, and 64 B per sample of a batch\
            """);
  }

  @Test
  void totalsAreSums() {
    Summary summary = Summary.of(Tiny.xor().architecture());

    assertThat(summary.parameters()).isEqualTo(2 * 8 + 8 + 8 + 1);
    assertThat(summary.weightBytes()).isEqualTo(33 * 4);
    assertThat(summary.trainingBytes()).isEqualTo(33 * 4 * 3);
    assertThat(summary.flops()).isEqualTo(66);
  }
}

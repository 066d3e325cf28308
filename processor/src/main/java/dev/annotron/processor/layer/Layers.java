package dev.annotron.processor.layer;

import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.RecurrentOp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The registry of layers: one line each. */
public final class Layers {
  private static final Map<String, Layer> BY_KIND =
      List.of(
              new InputLayer(),
              new BlockLayer(),
              new DenseLayer(),
              new ActivateLayer(),
              new LeakyReluLayer(),
              new FlattenLayer(),
              new ReshapeLayer(),
              new PermuteLayer(),
              new ZeroPaddingLayer(1),
              new ZeroPaddingLayer(2),
              new CroppingLayer(1),
              new CroppingLayer(2),
              new ConvolutionLayer(1),
              new ConvolutionLayer(2),
              new DepthwiseLayer(),
              new SeparableLayer(),
              new TransposedConvolutionLayer(),
              PoolLayer.max(1),
              PoolLayer.max(2),
              PoolLayer.average(1),
              PoolLayer.average(2),
              GlobalPoolLayer.max(1),
              GlobalPoolLayer.max(2),
              GlobalPoolLayer.average(1),
              GlobalPoolLayer.average(2),
              new UpSamplingLayer(1),
              new UpSamplingLayer(2),
              new RepeatVectorLayer(),
              MergeLayer.add(),
              MergeLayer.subtract(),
              MergeLayer.average(),
              MergeLayer.of("Multiply", Combination.MULTIPLY),
              MergeLayer.of("Maximum", Combination.MAXIMUM),
              MergeLayer.of("Minimum", Combination.MINIMUM),
              new PReluLayer(),
              new MaxoutLayer(),
              new RescalingLayer(),
              new LambdaLayer(),
              DropoutLayer.ofValues(),
              DropoutLayer.ofChannels(1),
              DropoutLayer.ofChannels(2),
              new GaussianNoiseLayer(),
              new BatchNormLayer(),
              RowNormLayer.layerNorm(),
              RowNormLayer.rmsNorm(),
              new GroupNormLayer(),
              new RecurrentLayer("SimpleRnn", RecurrentOp.Kind.SIMPLE_RNN),
              new RecurrentLayer("Lstm", RecurrentOp.Kind.LSTM),
              new RecurrentLayer("Gru", RecurrentOp.Kind.GRU),
              new MaskingLayer(),
              new EmbeddingLayer(),
              new PositionalEmbeddingLayer(),
              new MultiHeadAttentionLayer(),
              new DotLayer(),
              new ConcatenateLayer())
          .stream()
          .collect(Collectors.toUnmodifiableMap(Layer::kind, Function.identity()));

  private Layers() {}

  /** The layer that an annotation's simple name stands for. */
  public static Optional<Layer> find(String kind) {
    return Optional.ofNullable(BY_KIND.get(kind));
  }

  /** The simple names of all layer annotations. */
  public static Set<String> kinds() {
    return BY_KIND.keySet();
  }
}

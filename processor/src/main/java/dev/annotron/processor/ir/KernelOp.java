package dev.annotron.processor.ir;

/**
 * Operations that are kernel calls in every way of computing, so that a network with one of them
 * lives off the heap. They come in families, each with a file of its own in every stage.
 *
 * <p>Any of them may stand in a forward or a backward pass; those that have no derivative say so in
 * their comment, and only derivatives use them.
 */
public sealed interface KernelOp extends Op
    permits ShapeOp, NormalizationOp, RecurrentOp, SequenceOp, ConvolutionOp, PoolOp {}

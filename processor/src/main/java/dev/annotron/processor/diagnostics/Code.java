package dev.annotron.processor.diagnostics;

/**
 * The catalogue: every problem that the compiler reports, with a stable name.
 *
 * <p>Wording: first the layer or the network, then what was found and what was expected, after a
 * semicolon how to mend it. A template's blanks are filled by {@link #message}; a code without a
 * template is worded where it is found, by the layer or rule that knows the numbers.
 */
public enum Code {
  // The interface.
  NOT_AN_INTERFACE(
      "@Network stands on something that is not an interface",
      "%s: @Network describes an interface, found %s; write interface %1$s"),
  GENERIC_INTERFACE(
      "the interface has type parameters",
      "%s: a network has no type parameters, found <%s>; remove them"),
  PRIVATE_INTERFACE(
      "the interface is private, or nested in something private",
      "%s: %s is private, so the generated class could not see the network; remove private"),
  SUPER_INTERFACE(
      "the interface extends another",
      "%s: a network is read from one interface, found extends %s; move its layers into %1$s"),
  CLASS_NAME_INVALID(
      "the name of the generated class is no Java identifier",
      "%s: the generated class cannot be called \"%s\"; write a Java identifier such as \"%1$sNet\""),
  CLASS_NAME_TAKEN(
      "a type with the name of the generated class exists already",
      "%s: the generated class would be %s, but there is such a type already; choose another name"
          + " with @Network(name = \"...\")"),
  NETWORK_MISSING(
      "annotations of a network stand on an interface that is no network",
      "%s: @%s says how a network is trained, but this is not marked as one; add @Network"),
  RUNTIME_MISSING(
      "the generated class could not see the runtime",
      "%s: the generated class needs dev.annotron.runtime, which it cannot see; %s"),

  // Training and optimizer.
  TRAIN_MISSING(
      "there is no @Train",
      "%s: nothing says what training makes small; add @Train(loss = ...) to the interface"),
  OPTIMIZER_COUNT(
      "there are several optimizers",
      "%s: a network has one optimizer, found @%s and @%s; remove one of them"),
  LOSS_OPTION(
      "an option is given that the loss does not have",
      "%s: %s has no %s; remove it from @LossOptions"),
  TRAINING_CONFLICT(
      "two annotations of the training exclude each other",
      "%s: @%s and @%s exclude each other; remove one of them"),
  LEARNING_RATE_TWICE(
      "the learning rate is given by the optimizer and by a schedule",
      "%s: @%s says the learning rate of every step, so learningRate of @%s has no effect; remove"
          + " learningRate"),
  NESTEROV_MOMENTUM(
      "Nesterov's form is asked for, but there is no momentum",
      "%s: nesterov looks ahead along the momentum, which is 0; set momentum, such as 0.9"),
  DATA_SUPPLIER(
      "the data class does not supply data sets",
      "%s: data class %s must implement Supplier<Dataset>, but it does not; add"
          + " \"implements Supplier<Dataset>\""),
  DATA_CONSTRUCTION(
      "the generated class could not make an object of the data class", "%s: data class %s %s; %s"),

  // Layers and what they read.
  INPUT_MISSING(
      "no method is an @Input",
      "%s: nothing says what a sample is; make the first method an input, such as @Input(784)"
          + " Tensor pixels();"),
  INPUT_LAST(
      "the last layer is an input",
      "%s: the last layer is what the network answers, and an @Input answers nothing; move it above"
          + " the layers"),
  LAYER_MISSING(
      "there are inputs only",
      "%s: there are inputs but no layer; add one, such as @Dense(units = 1) Tensor answer();"),
  LAYER_ANNOTATION_MISSING(
      "a method has no layer annotation",
      "%s: nothing says what this layer is; put a layer annotation on it, such as @Dense(units = 8)"),
  LAYER_BODY(
      "a layer is a default or static method",
      "%s: a layer has no body, found a %s method; remove body and %2$s, or remove @%s"),
  LAYER_ANNOTATION_COUNT(
      "a method has several layer annotations",
      "%s: a method is one layer, found @%s and @%s; give each a method of its own"),
  RETURN_TYPE(
      "a layer returns something else than Tensor",
      "%s: a layer returns %s, found %s; write %2$s %1$s"),
  LAYER_SIGNATURE(
      "a layer has type parameters, or declares exceptions",
      "%s: nobody calls a layer, so it has no %s; remove them"),
  LAYER_NAME(
      "a layer's name cannot be the name of tensors",
      "%s: weights are named after their layer, and other programs that read them put letters and"
          + " accents together, which stand apart in this name; write %s, typed as one letter each"),
  PARAMETER_TYPE(
      "a parameter of a layer has another type than Tensor",
      "%s: what a layer reads has type %s, found %s %s; write %2$s %4$s"),
  LAYER_UNKNOWN(
      "a parameter is not named after a layer",
      "%s: parameters are named after layers, and there is no layer %s; %s"),
  LAYER_SELF(
      "a layer reads itself",
      "%s: a layer cannot read its own result; name the parameter after a layer above"),
  LAYER_ORDER(
      "a layer reads one that is declared below",
      "%s: data flows from top to bottom, but %s is declared below; move it above %1$s"),
  LAYER_ABOVE_MISSING(
      "a layer reads the layer above, and there is none",
      "%s: a layer without parameters reads the layer above, and there is none; move an @Input"
          + " above it"),
  LAYER_DUPLICATE(
      "two layers have the same name", "%s: there are two layers of this name; rename one"),
  LAYER_UNUSED(
      Severity.WARNING,
      "nothing reads a layer, and it is not the last",
      "%s: no layer reads this, so it has no effect; name it as a parameter of a layer below, or"
          + " remove it"),
  LINEAR_TWICE(
      Severity.WARNING,
      "two linear layers stand one behind the other",
      "%s: this layer is linear and so is what %s makes of it, so the two are no more than one linear"
          + " layer; give %1$s an activation, such as activation = RELU, or remove it"),
  ACTIVATION_TWICE(
      Severity.WARNING,
      "an activation is applied to what has been through the same",
      "%s: %s has been through %s already; remove this layer, or the activation of %2$s"),
  SIGMOID_STACK(
      Severity.WARNING,
      "many layers with sigmoid stand one behind the other",
      "%s: this is layer %d in a row with sigmoid, through which hardly any gradient comes back; use"
          + " RELU or another activation in the layers before the last"),
  SOFTMAX_UNITS(
      Severity.WARNING,
      "softmax stands behind one unit",
      "%s: softmax over one unit is always 1; use SIGMOID, or more units"),
  RELU_REGRESSION(
      Severity.WARNING,
      "a regression ends in relu",
      "%s: behind RELU no answer is negative, and with %s a unit at 0 stops learning; use LINEAR, or"
          + " SOFTPLUS for answers that are never negative"),
  DROPOUT_OUTPUT(
      Severity.WARNING,
      "an output is dropped out",
      "%s: @%s makes a part of the network's answers 0 in training; put it before the last layer"),
  BATCH_NORM_BATCH(
      Severity.WARNING,
      "batches of one sample are normalized",
      "%s: with batchSize = 1, %s has no other samples to normalize by; use a larger batch, or"
          + " @LayerNorm"),
  LEARNING_RATE(
      Severity.WARNING,
      "a learning rate is unusual",
      "%s: %s is %s, while @%s usually learns with %s to %s; look for a slipped decimal"
          + " point"),
  MODIFIER_WEIGHTS(
      Severity.WARNING,
      "an annotation about weights stands beside a layer without such weights",
      "%s: @%s is about weights, and @%s has none; remove it"),
  MODIFIER_IDLE(
      Severity.WARNING,
      "an annotation about weights changes nothing",
      "%s: @%s changes nothing, because %s; %s"),
  MASK_LOST(
      Severity.WARNING,
      "a layer does not pass a mask on",
      "%s: @%s does not pass the mask of %s on, so layers behind it take masked steps for others; put"
          + " what is to pass over them before it, or remove the mask"),
  NOTHING_TRAINED(
      Severity.WARNING, "no weight is trained", "%s: %s, so training changes nothing; %s"),
  MODIFIER_LAYER(
      "an annotation stands beside a layer that it does not fit",
      "%s: @%s has nothing to say about @%s; remove it"),

  CUSTOM_FUNCTION("the generated class could not call a function of one's own", "%s: %s; %s"),

  // Blocks and shared weights.
  BLOCK_FORM("what a @Block names is not a block"),
  BLOCK_RECURSION(
      "a block uses itself",
      "%s: a block cannot be a part of itself, found %s; use another block here"),
  BLOCK_OUTPUT(
      "an @Output stands inside a block",
      "%s: a block has one result, its last layer; put @Output beside the @Block, or move this layer"
          + " out of the block"),
  SHARED_LAYER(
      "@Shared does not name an earlier layer",
      "%s: @Shared names an earlier layer, and there is no %s above; %s"),
  SHARED_KIND("weights are shared with a layer of another kind or shape"),

  // Numbers and shapes: worded by the layers and rules that know them.
  ATTRIBUTE_RANGE("a value is outside its range"),
  ATTRIBUTE_COUNT("a list has too few or too many values"),
  INPUT_COUNT("a layer reads too few or too many layers"),
  INPUT_TYPE("ids meet a layer that takes numbers, or numbers one that takes ids"),
  SHAPE_RANK("a layer takes tensors with another number of axes"),
  SHAPE_MISMATCH("tensors that meet in a layer have different shapes"),
  SHAPE_AXIS("there is no such axis"),
  SHAPE_RESHAPE("a new shape has another number of values"),
  SHAPE_PERMUTATION("axes are left out or named twice"),
  SHAPE_WINDOW("a window is larger than what it moves over"),
  SHAPE_GROUPS("channels or filters cannot be divided into the groups"),
  SHAPE_EMPTY("nothing is left of a tensor"),
  SHAPE_OVERFLOW("a tensor has more values than an int can count"),
  SHAPE_DILATION("the taps of a window are further apart than the tensor is long"),
  LOSS_OUTPUT("the loss does not fit the output"),
  OUTPUT_LOSS(
      "an output has no loss of its own, and that of @Train does not fit it",
      "%s: this output has no loss of its own, and %s of @Train does not fit %1$s%s: %s; or give it"
          + " another with @Output(loss = ...)"),
  OUTPUT_WEIGHTS(
      "the losses of all outputs have weight 0",
      "%s: the loss of every output has weight 0, so there is nothing to make small; give one of"
          + " them a weight above 0"),
  OUTPUT_NAME(
      "two values of the history would have the same name",
      "%s: the history calls the loss of this output %1$s_loss, and %s on validation data too;"
          + " rename the layer"),
  OUTPUT_MISSING(
      "the options of a loss stand beside a layer that has none",
      "%s: @LossOptions are about the loss of an output, and this layer is none; add @Output, or"
          + " move them to @Train"),
  METRIC_TWICE("a metric is listed twice", "%s: %s is listed twice; remove one of them"),
  METRIC_LOSS("a metric does not fit the loss or the output"),

  // Memory.
  MEMORY_BATCH("a batch needs more memory than one array can have"),
  MEMORY_LIMIT("training needs more memory than -Aannotron.memory allows"),

  // The compiler itself.
  SUPPRESSION(
      Severity.WARNING,
      "a warning is switched off that cannot be",
      "%s: @SuppressWarnings names %s, but %s"),
  OPTION("a processor option has an unknown name or value", "-A%s: %s; %s"),
  OUTPUT(
      "a file could not be written",
      "%s: the generated files could not be written: %s; look at the directory, the disk and other"
          + " processors"),
  UNRESOLVED(
      Severity.WARNING,
      "the interface refers to a type that does not exist",
      "%s: the network is not compiled, because the interface refers to something that does not"
          + " exist; see the other errors"),
  FORMATTER(
      Severity.NOTE,
      "generated code is not formatted",
      "generated code is as JavaPoet lays it out: %s; leave -Aannotron.format out to silence this"),
  INTERNAL(
      "the compiler failed",
      "%s: Annotron itself failed here, which is not your mistake; please report it with the"
          + " interface and these words: %s");

  private final Severity severity;
  private final String summary;
  private final String template;

  Code(String summary) {
    this(Severity.ERROR, summary, "");
  }

  Code(String summary, String template) {
    this(Severity.ERROR, summary, template);
  }

  Code(Severity severity, String summary, String template) {
    this.severity = severity;
    this.summary = summary;
    this.template = template;
  }

  /** The searchable name, such as {@code ANNOTRON-SHAPE-RANK}. */
  public String id() {
    return "ANNOTRON-" + name().replace('_', '-');
  }

  public Severity severity() {
    return severity;
  }

  /** The problem in half a sentence, without names and numbers. */
  public String summary() {
    return summary;
  }

  /** The template with its blanks filled; the first is the layer or the network. */
  public String message(Object... blanks) {
    if (template.isEmpty()) {
      throw new IllegalStateException(id() + " is worded where it is found");
    }
    return template.formatted(blanks);
  }
}

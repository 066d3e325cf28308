package model;

import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public /* ERROR: INPUT_MISSING "nothing says what a sample is" */ interface NoMethods {
}

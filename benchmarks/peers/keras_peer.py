"""Trains one of the examples in Keras, as a whole program, and prints its result in the last line.

Usage: keras_peer.py xor|concrete|mnist. The directory ANNOTRON_DATA has concrete/concrete.csv, and
the four files of MNIST in mnist/.
"""

import gzip
import os
import sys

import numpy as np
from keras import Sequential, layers, optimizers


def xor():
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float32)
    y = np.array([[0], [1], [1], [0]], dtype=np.float32)
    model = Sequential(
        [layers.Input((2,)), layers.Dense(8, activation="relu"), layers.Dense(1, "sigmoid")])
    model.compile(optimizer=optimizers.SGD(0.1), loss="binary_crossentropy")
    model.fit(x, y, epochs=1000, batch_size=4, verbose=0)
    print(model.predict(x, verbose=0).ravel())


def concrete(data):
    rows = np.genfromtxt(os.path.join(data, "concrete/concrete.csv"), delimiter=",", skip_header=1)
    rows = np.random.RandomState(0).permutation(rows.astype(np.float32))
    x, y = rows[:, :-1], rows[:, -1:]
    train = len(rows) * 3 // 4
    x = (x - x[:train].mean(0)) / x[:train].std(0)
    hidden = [layers.Dense(512, activation="relu") for _ in range(3)]
    model = Sequential([layers.Input((8,)), *hidden, layers.Dense(1)])
    model.compile(optimizer="adam", loss="mae")
    model.fit(x[:train], y[:train], epochs=50, batch_size=32, verbose=0)
    print("test_mae=%.2f" % model.evaluate(x[train:], y[train:], verbose=0))


def mnist(data):
    def read(name, header, *shape):
        with gzip.open(os.path.join(data, "mnist", name + "-ubyte.gz")) as file:
            return np.frombuffer(file.read(), np.uint8, offset=header).reshape(-1, *shape)

    def images(part):
        return read(part + "-images-idx3", 16, 784).astype(np.float32) / 255

    def labels(part):
        return read(part + "-labels-idx1", 8)

    model = Sequential(
        [layers.Input((784,)), layers.Dense(50, "sigmoid"), layers.Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(images("train"), labels("train"), epochs=10, batch_size=32, verbose=0)
    print("test_accuracy=%.4f" % model.evaluate(images("t10k"), labels("t10k"), verbose=0)[1])


def main():
    name = sys.argv[1]
    if name == "xor":
        xor()
    else:
        {"concrete": concrete, "mnist": mnist}[name](os.environ["ANNOTRON_DATA"])


main()

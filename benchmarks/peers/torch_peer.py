"""Prints the microseconds of one training step, or of one prediction, in PyTorch.

Steps run eagerly, predictions traced and frozen.
Usage: torch_peer.py step|predict WORKLOAD THREADS. Workloads as in Workload.java.
"""

import statistics
import sys
import time

import torch
from torch import nn


def chain(*sizes, activation=nn.ReLU):
    layers = []
    for size_in, size_out in zip(sizes, sizes[1:]):
        layers += [nn.Linear(size_in, size_out), activation()]
    return nn.Sequential(*layers[:-1])


class Rows(nn.Module):
    """An LSTM over the rows of a picture, and a layer on its last step."""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(28, 128, batch_first=True)
        self.digit = nn.Linear(128, 10)

    def forward(self, x):
        return self.digit(self.lstm(x)[0][:, -1])


def pictures():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(1600, 10))


def digits():
    return chain(784, 50, 10, activation=nn.Sigmoid)


def concrete():
    return chain(8, 512, 512, 512, 1)


ADAM = lambda parameters: torch.optim.Adam(parameters, fused=True)
SGD = lambda parameters: torch.optim.SGD(parameters, 0.1)

# name: network, optimizer, loss, batch, sample's shape, classes or 0 for one number
WORKLOADS = {
    "XOR": (lambda: chain(2, 8, 1), SGD, nn.BCEWithLogitsLoss(), 4, (2,), 0),
    "DIGITS_32": (digits, ADAM, nn.CrossEntropyLoss(), 32, (784,), 10),
    "DIGITS_128": (digits, ADAM, nn.CrossEntropyLoss(), 128, (784,), 10),
    "DIGITS_1024": (digits, ADAM, nn.CrossEntropyLoss(), 1024, (784,), 10),
    "CONCRETE_32": (concrete, ADAM, nn.L1Loss(), 32, (8,), 0),
    "CONCRETE_256": (concrete, ADAM, nn.L1Loss(), 256, (8,), 0),
    "CNN": (pictures, ADAM, nn.CrossEntropyLoss(), 128, (1, 28, 28), 10),
    "LSTM": (Rows, ADAM, nn.CrossEntropyLoss(), 64, (28, 28), 10),
    "WIDE": (lambda: chain(1024, 4096, 4096, 1000), SGD, nn.CrossEntropyLoss(), 256, (1024,), 1000),
}


def median_time(call, seconds=2.0):
    """The median of calls after a warm-up, each measurement at least 20 ms long."""
    call()
    start = time.perf_counter()
    call()
    count = max(1, int(0.02 / (time.perf_counter() - start + 1e-9)))
    times = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 3:
        start = time.perf_counter()
        for _ in range(count):
            call()
        times.append((time.perf_counter() - start) / count)
    return statistics.median(times[len(times) // 3:])


def main():
    what, name, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
    if name not in WORKLOADS:
        sys.exit(3)
    torch.set_num_threads(threads)
    network, optimizer, loss, batch, shape, classes = WORKLOADS[name]
    model = network()
    if what == "predict":
        x = torch.rand(1, *shape)
        model.eval()
        with torch.inference_mode():
            traced = torch.jit.freeze(torch.jit.trace(model, x))
            print(median_time(lambda: traced(x)) * 1e6)
        return
    steps = optimizer(model.parameters())
    x = torch.rand(batch, *shape)
    y = torch.randint(0, classes, (batch,)) if classes else torch.rand(batch, 1)

    def step():
        steps.zero_grad(set_to_none=True)
        loss(model(x), y).backward()
        steps.step()

    print(median_time(step) * 1e6)


main()

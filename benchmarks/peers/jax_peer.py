"""Prints the microseconds of one training step, or of one prediction, in JAX, compiled.

Steps run in one compiled loop (scan), which is the fastest way that JAX has.
Usage: jax_peer.py step|predict WORKLOAD THREADS. Workloads as in Workload.java.
"""

import os
import statistics
import sys
import time

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=%s" % (sys.argv[3] != "1"))

import jax
import jax.numpy as jnp


def cross_entropy(z, y):
    return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(z), y[:, None], 1))


def binary_cross_entropy(z, y):
    return jnp.mean(jnp.maximum(z, 0) - z * y + jnp.log1p(jnp.exp(-jnp.abs(z))))


def absolute_error(z, y):
    return jnp.mean(jnp.abs(z - y))


# name: sizes, activation, loss, whether Adam, batch, steps in one loop
WORKLOADS = {
    "XOR": ((2, 8, 1), jax.nn.relu, binary_cross_entropy, False, 4, 10000),
    "DIGITS_32": ((784, 50, 10), jax.nn.sigmoid, cross_entropy, True, 32, 500),
    "DIGITS_128": ((784, 50, 10), jax.nn.sigmoid, cross_entropy, True, 128, 300),
    "DIGITS_1024": ((784, 50, 10), jax.nn.sigmoid, cross_entropy, True, 1024, 60),
    "CONCRETE_32": ((8, 512, 512, 512, 1), jax.nn.relu, absolute_error, True, 32, 100),
    "CONCRETE_256": ((8, 512, 512, 512, 1), jax.nn.relu, absolute_error, True, 256, 30),
    "WIDE": ((1024, 4096, 4096, 1000), jax.nn.relu, cross_entropy, False, 256, 2),
}


def network(sizes, key):
    keys = jax.random.split(key, len(sizes))
    return [
        (jax.random.normal(k, (n, m)) * (2 / n) ** 0.5, jnp.zeros(m))
        for k, n, m in zip(keys, sizes, sizes[1:])
    ]


def forward(weights, x, activation):
    for kernel, bias in weights[:-1]:
        x = activation(x @ kernel + bias)
    kernel, bias = weights[-1]
    return x @ kernel + bias


def adam(weights, gradients, moments, t):
    m = jax.tree.map(lambda a, g: 0.9 * a + 0.1 * g, moments[0], gradients)
    v = jax.tree.map(lambda a, g: 0.999 * a + 0.001 * g * g, moments[1], gradients)
    rate = 1e-3 * jnp.sqrt(1 - 0.999**t) / (1 - 0.9**t)
    weights = jax.tree.map(lambda w, a, b: w - rate * a / (jnp.sqrt(b) + 1e-7), weights, m, v)
    return weights, (m, v)


def sgd(weights, gradients, moments, _):
    return jax.tree.map(lambda w, g: w - 0.1 * g, weights, gradients), moments


def median_time(call, seconds=2.0):
    jax.block_until_ready(call())
    times = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 3:
        start = time.perf_counter()
        jax.block_until_ready(call())
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main():
    what, name = sys.argv[1], sys.argv[2]
    if name not in WORKLOADS:
        sys.exit(3)
    sizes, activation, loss, with_adam, batch, count = WORKLOADS[name]
    key = jax.random.PRNGKey(0)
    weights = network(sizes, key)
    if what == "predict":
        predict = jax.jit(lambda w, x: forward(w, x, activation))
        x = jnp.ones((1, sizes[0]))
        print(median_time(lambda: predict(weights, x)) * 1e6)
        return
    x = jax.random.uniform(key, (batch, sizes[0]))
    if sizes[-1] > 1:
        y = jax.random.randint(key, (batch,), 0, sizes[-1])
    else:
        y = jax.random.uniform(key, (batch, 1))
    moments = (jax.tree.map(jnp.zeros_like, weights),) * 2
    update = adam if with_adam else sgd

    def step(carry, i):
        weights, moments = carry
        value, gradients = jax.value_and_grad(
            lambda w: loss(forward(w, x, activation), y))(weights)
        return update(weights, gradients, moments, i + 1.0), value

    @jax.jit
    def steps(weights, moments):
        return jax.lax.scan(step, (weights, moments), jnp.arange(count))

    print(median_time(lambda: steps(weights, moments)) / count * 1e6)


main()

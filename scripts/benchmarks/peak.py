"""What OpenVINO reaches in large convolutions on this machine; runs in the peer's environment.

usage: peak.py

Four 3x3 convolutions of 256 channels on 56x56 cells, one after another, on all processors. Prints GFLOP/s by precision,
a multiplication and an addition being two; precisions that the processor has no instructions for are left out.
"""
import json
import os
import statistics
import time

import numpy
import openvino
from openvino import opset13

CHANNELS, CELLS, LAYERS, RUNS = 256, 56, 4, 30
FLOP = 2 * 9 * CHANNELS * CHANNELS * CELLS * CELLS * LAYERS


def quantised(node, low, high, levels):
    low, high = numpy.float32(low), numpy.float32(high)
    return opset13.fake_quantize(node, low, high, low, high, levels)


def model(is_int8):
    generator = numpy.random.default_rng(1)
    node = images = opset13.parameter([1, CHANNELS, CELLS, CELLS], numpy.float32)
    for _ in range(LAYERS):
        scale = numpy.float32(1 / (9 * CHANNELS) ** 0.5)
        weights = opset13.constant(
            generator.standard_normal((CHANNELS, CHANNELS, 3, 3), dtype=numpy.float32) * scale)
        if is_int8:
            node, weights = quantised(node, 0, 4, 256), quantised(weights, -4 * scale, 4 * scale, 255)
        node = opset13.relu(opset13.convolution(node, weights, [1, 1], [1, 1], [1, 1], [1, 1]))
    return openvino.Model([node], [images])


def rate(core, precision):
    hint = {"f32": "f32", "bf16": "bf16", "int8": "f32"}[precision]
    settings = {"INFERENCE_PRECISION_HINT": hint, "INFERENCE_NUM_THREADS": os.cpu_count()}
    request = core.compile_model(model(precision == "int8"), "CPU", settings).create_infer_request()
    images = numpy.random.default_rng(2).random((1, CHANNELS, CELLS, CELLS), dtype=numpy.float32)
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        request.infer([images])
        seconds.append(time.perf_counter() - start)
    return FLOP / statistics.median(seconds) / 1e9


def main():
    core = openvino.Core()
    capabilities = core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    names = {"f32": "FP32", "bf16": "BF16", "int8": "INT8"}
    print(json.dumps({name: rate(core, name) for name, needed in names.items() if needed in capabilities}))


main()

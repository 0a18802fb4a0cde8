"""Converts darknet's yolov3-tiny.weights to ONNX with raw heads.

usage: yolov3_tiny_to_onnx.py WEIGHTS --width 608 --height 448 [--person-only] OUT.onnx

Input  `images`   1x3xHxW, RGB, 0-1.
Output `stride32` 1x(3*A)x(H/32)x(W/32), anchors 3, 4, 5
       `stride16` 1x(3*A)x(H/16)x(W/16), anchors 1, 2, 3
with A = x, y, w, h, objectness and 80 classes, or the person class alone with --person-only.

The layers are written out here instead of read from a .cfg: the one published with these weights
says `mask = 0,1,2` for the second head, but the weights were trained with 1, 2, 3.
"""

import argparse

import numpy as np

from onnx_graph import Graph

CLASSES = 80
PERSON = 0  # first of COCO's 80 classes
ANCHORS_PER_HEAD = 3
LEAKY_SLOPE = 0.1
# darknet adds this to the standard deviation, not to the variance (normalize_cpu in blas.c).
NORMALISATION_EPSILON = np.float32(1e-6)


class Weights:
    """Reads convolutions in the order in which darknet stores them."""

    def __init__(self, path):
        with open(path, "rb") as file:
            major, minor, _ = np.fromfile(file, "<i4", 3)
            seen_images_type = "<i8" if major * 10 + minor >= 2 else "<i4"
            np.fromfile(file, seen_images_type, 1)
            self.values = np.fromfile(file, "<f4")
        self.position = 0

    def take(self, *shape):
        count = int(np.prod(shape))
        if self.position + count > len(self.values):
            raise SystemExit(f"yolov3_tiny_to_onnx.py: weights end after {len(self.values)} values")
        self.position += count
        return self.values[self.position - count : self.position].reshape(shape)

    def convolution(self, filters, channels, size, normalised):
        """Weight and bias, the batch normalisation folded into them."""
        bias = self.take(filters)
        if not normalised:
            return self.take(filters, channels, size, size), bias
        scale, mean, variance = (self.take(filters) for _ in range(3))
        weight = self.take(filters, channels, size, size)
        factor = scale / (np.sqrt(variance) + NORMALISATION_EPSILON)
        return weight * factor[:, None, None, None], bias - mean * factor

    def expect_end(self):
        left = len(self.values) - self.position
        if left:
            raise SystemExit(f"yolov3_tiny_to_onnx.py: {left} values left over, expected 0")


def convert(weights, width, height, person_only):
    graph = Graph("yolov3-tiny", "images", [1, 3, height, width])
    channels_of = {"images": 3}
    kept = [0, 1, 2, 3, 4, 5 + PERSON] if person_only else list(range(5 + CLASSES))
    head_rows = [k * (5 + CLASSES) + row for k in range(ANCHORS_PER_HEAD) for row in kept]

    def conv(source, name, filters, size):
        weight, bias = weights.convolution(filters, channels_of[source], size, normalised=True)
        pad = size // 2
        graph.conv(source, f"{name}.linear", weight, bias, pads=(pad,) * 4)
        channels_of[name] = filters
        return graph.add("LeakyRelu", [f"{name}.linear"], name, alpha=LEAKY_SLOPE)

    def pool(source, name, stride):
        # darknet pads a stride-1 pool at the right and bottom only, with values that never win.
        pad = 2 - stride
        channels_of[name] = channels_of[source]
        return graph.add(
            "MaxPool", [source], name, kernel_shape=[2, 2], strides=[stride, stride], pads=[0, 0, pad, pad]
        )

    def head(source, name, stride):
        rows = ANCHORS_PER_HEAD * (5 + CLASSES)
        weight, bias = weights.convolution(rows, channels_of[source], 1, normalised=False)
        graph.conv(source, name, weight[head_rows], bias[head_rows])
        graph.output(name, [1, len(head_rows), height // stride, width // stride])

    at = "images"
    for index, filters in enumerate([16, 32, 64, 128]):
        at = conv(at, f"conv{index}", filters, 3)
        at = pool(at, f"pool{index}", stride=2)
    fine = conv(at, "conv4", 256, 3)
    at = pool(fine, "pool4", stride=2)
    at = conv(at, "conv5", 512, 3)
    at = pool(at, "pool5", stride=1)
    at = conv(at, "conv6", 1024, 3)
    neck = conv(at, "conv7", 256, 1)
    at = conv(neck, "conv8", 512, 3)
    head(at, "stride32", 32)

    at = conv(neck, "conv9", 128, 1)
    scales = graph.constant("upsample.scales", np.array([1, 1, 2, 2], np.float32))
    graph.add("Resize", [at, scales], "upsample", mode="nearest")
    channels_of["route"] = channels_of[at] + channels_of[fine]
    graph.add("Concat", ["upsample", fine], "route", axis=1)
    at = conv("route", "conv10", 256, 3)
    head(at, "stride16", 16)
    weights.expect_end()
    return graph


def main():
    parser = argparse.ArgumentParser(description="yolov3-tiny.weights to ONNX with raw heads")
    parser.add_argument("weights")
    parser.add_argument("onnx")
    parser.add_argument("--width", type=int, required=True, help="pixels, a multiple of 32")
    parser.add_argument("--height", type=int, required=True, help="pixels, a multiple of 32")
    parser.add_argument("--person-only", action="store_true", help="heads without the other 79 classes")
    options = parser.parse_args()
    for side in ("width", "height"):
        if getattr(options, side) <= 0 or getattr(options, side) % 32:
            parser.error(f"--{side} {getattr(options, side)}: allowed are multiples of 32")
    graph = convert(Weights(options.weights), options.width, options.height, options.person_only)
    graph.save(options.onnx)


if __name__ == "__main__":
    main()

"""Converts the person detector's frozen TensorFlow graph (SSDLite, MobileNetV2) to ONNX with raw heads.

usage: ssdlite_to_onnx.py frozen_inference_graph.pb OUT.onnx

Input  `images` 1x3x300x300, RGB, pixel * 2/255 - 1.
Output `boxes`  1x1917x4, encodings ty, tx, th, tw relative to the anchors
       `scores` 1x1917x2, logits of background and person; a score is the sigmoid of the second
Anchors run over the six feature maps, then rows, columns and the anchors of a cell; models/manifest.json
has their parameters. The graph's own decoding (a control-flow loop, an anchor generator, NMS) is what
keeps OpenCV from loading it, and is left out.
"""

import argparse

import numpy as np

from onnx_graph import Graph
from tensorflow_graph import read_graph

INPUT = "Preprocessor/sub"  # what the feature extractor sees: resized and normalised pixels
FEATURE_MAPS = 6
BOX_CODE, CLASSES = 4, 2


def same_padding(size, kernel, stride):
    """TensorFlow's SAME: the odd pixel goes to the bottom and right. Returns (before, after, new size)."""
    out = -(-size // stride)
    total = max((out - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2, out


class Converter:
    def __init__(self, nodes):
        self.nodes = nodes
        height, width = self.value("Preprocessor/map/while/ResizeImage/stack")
        if height != width:
            raise ValueError(f"input {width}x{height}: only square inputs are known")
        self.size = {"images": int(height)}
        self.graph = Graph("ssdlite-mobilenet-v2", "images", [1, 3, int(height), int(width)])
        self.done = {INPUT: "images"}

    def value(self, name):
        node = self.nodes[name]
        return self.value(node.inputs[0]) if node.op == "Identity" else node.tensor()

    def emit(self, name):
        """Adds the node and all it needs; returns the ONNX tensor that holds its result."""
        if name not in self.done:
            node = self.nodes[name]
            self.done[name] = getattr(self, f"emit_{node.op}")(node)
        return self.done[name]

    def emit_Identity(self, node):
        return self.emit(node.inputs[0])

    def emit_Relu6(self, node):
        return self.keeping_size("Clip", node, min=0.0, max=6.0)

    def emit_Add(self, node):
        return self.keeping_size("Add", node)

    def keeping_size(self, op, node, **attributes):
        inputs = [self.emit(name) for name in node.inputs]
        self.size[node.name] = self.size[inputs[0]]
        return self.graph.add(op, inputs, node.name, **attributes)

    def emit_FusedBatchNorm(self, node):
        gamma, beta, mean, variance = (self.value(name) for name in node.inputs[1:])
        factor = gamma / np.sqrt(variance + np.float32(node.real("epsilon")))
        return self.convolution(node, factor, beta - mean * factor)

    def emit_BiasAdd(self, node):
        bias = self.value(node.inputs[1])
        return self.convolution(node, np.ones_like(bias), bias)

    def convolution(self, node, factor, bias):
        """The convolution in front of `node`, whose scale and offset are folded into it."""
        conv = self.nodes[node.inputs[0]]
        source = self.emit(conv.inputs[0])
        weight, group = self.value(conv.inputs[1]), 1
        if conv.op == "DepthwiseConv2dNative":
            kernel, _, group, multiplier = weight.shape
            weight = weight.transpose(2, 3, 0, 1).reshape(group * multiplier, 1, kernel, kernel)
        else:
            weight = weight.transpose(3, 2, 0, 1)
        weight = weight * factor[:, None, None, None]
        stride = conv.integers("strides")[1]
        if conv.text("padding") != "SAME":
            raise ValueError(f"{conv.name}: padding {conv.text('padding')}, allowed is SAME")
        before, after, self.size[node.name] = same_padding(self.size[source], weight.shape[2], stride)
        pads = (before, before, after, after)
        return self.graph.conv(source, node.name, weight, bias, stride, pads, group)

    def head(self, output, branch, columns):
        """Joins one output of all feature maps as rows of `columns` values, in TensorFlow's NHWC order."""
        rows, total = [], 0
        for index in range(FEATURE_MAPS):
            name = f"BoxPredictor_{index}/{branch}/BiasAdd"
            source = self.emit(name)
            anchors = self.value(self.nodes[name].inputs[1]).size // columns
            count = self.size[source] ** 2 * anchors
            moved = self.graph.add("Transpose", [source], f"{output}{index}.nhwc", perm=[0, 2, 3, 1])
            shape = self.graph.constant(f"{output}{index}.shape", np.array([1, count, columns], np.int64))
            rows.append(self.graph.add("Reshape", [moved, shape], f"{output}{index}"))
            total += count
        self.graph.add("Concat", rows, output, axis=1)
        self.graph.output(output, [1, total, columns])


def main():
    parser = argparse.ArgumentParser(description="SSDLite frozen graph to ONNX with raw heads")
    parser.add_argument("graph")
    parser.add_argument("onnx")
    options = parser.parse_args()
    converter = Converter(read_graph(options.graph))
    converter.head("boxes", "BoxEncodingPredictor", BOX_CODE)
    converter.head("scores", "ClassPredictor", CLASSES)
    converter.graph.save(options.onnx)


if __name__ == "__main__":
    main()

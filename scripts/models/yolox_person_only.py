"""Takes the classes other than person out of a YOLOX network in ONNX.

usage: yolox_person_only.py IN.onnx OUT.onnx --width 416 --height 320

Output: 1xNx6: x, y, width, height, objectness, person; equal to those of the full network. Layers are recognised by
what they do and not by their names, so that any export will do which has COCO's 80 classes, probabilities in its
output, and leaves the boxes to the decoder.
"""

import argparse
import os
import sys

import numpy as np
import onnx
from onnx import numpy_helper

CLASSES = 80
PERSON = 0  # first of COCO's 80 classes
BOX_AND_OBJECTNESS = 5
STRIDES = (8, 16, 32)


class NotYOLOX(Exception):
    """The file holds another network; one line for the user."""


class Network:
    """A graph whose weights can be replaced, wherever the exporter keeps them."""

    def __init__(self, model):
        self.graph = model.graph
        self.initializers = {tensor.name: tensor for tensor in self.graph.initializer}
        self.constants = {
            node.output[0]: node.attribute[0].t for node in self.graph.node if node.op_type == "Constant"
        }
        self.consumers = {}
        for node in self.graph.node:
            for name in node.input:
                self.consumers.setdefault(name, []).append(node)

    def value(self, name):
        """Of a constant; None where the name is that of something computed."""
        tensor = self.initializers.get(name) or self.constants.get(name)
        return None if tensor is None else numpy_helper.to_array(tensor)

    def replace(self, name, array):
        tensor = self.initializers.get(name) or self.constants[name]
        tensor.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(array), name))

    def next_operation(self, node):
        consumers = self.consumers.get(node.output[0], [])
        return consumers[0] if len(consumers) == 1 else None

    def class_heads(self):
        """Convolutions to one channel a class, whose sigmoids are joined with the rest of the output."""
        for node in self.graph.node:
            weight = self.value(node.input[1]) if node.op_type == "Conv" else None
            if weight is None or weight.shape[0] != CLASSES:
                continue
            sigmoid = self.next_operation(node)
            joined = self.next_operation(sigmoid) if sigmoid is not None else None
            if joined is not None and (sigmoid.op_type, joined.op_type) == ("Sigmoid", "Concat"):
                yield node

    def keep_person(self):
        heads = list(self.class_heads())
        if not heads:
            raise NotYOLOX(f"no convolution to {CLASSES} classes, followed by a sigmoid and a concatenation")
        for head in heads:
            for name in head.input[1:]:
                self.replace(name, self.value(name)[[PERSON]])
        self.narrow_reshapes()
        columns = self.graph.output[0].type.tensor_type.shape.dim[-1]
        if len(self.graph.output) != 1 or columns.dim_value != BOX_AND_OBJECTNESS + CLASSES:
            raise NotYOLOX(f"one output of {BOX_AND_OBJECTNESS + CLASSES} columns is expected")
        columns.dim_value = BOX_AND_OBJECTNESS + 1

    def resize(self, width, height):
        if len(self.graph.input) != 1 or len(self.graph.input[0].type.tensor_type.shape.dim) != 4:
            raise NotYOLOX("one input of four dimensions is expected")
        for dimension, size in zip(self.graph.input[0].type.tensor_type.shape.dim, (1, 3, height, width)):
            dimension.dim_value = size
        cells = sum((width // stride) * (height // stride) for stride in STRIDES)
        self.graph.output[0].type.tensor_type.shape.dim[1].dim_value = cells
        del self.graph.value_info[:]  # the shapes within are others now

    def narrow_reshapes(self):
        """Each grid becomes rows of the new width, as many as there are cells."""
        for node in self.graph.node:
            shape = self.value(node.input[1]) if node.op_type == "Reshape" else None
            if shape is not None and len(shape) == 3 and shape[1] == BOX_AND_OBJECTNESS + CLASSES:
                self.replace(node.input[1], np.array([1, BOX_AND_OBJECTNESS + 1, -1], shape.dtype))


def main():
    parser = argparse.ArgumentParser(description="YOLOX of 80 classes to person alone")
    parser.add_argument("full")
    parser.add_argument("person")
    parser.add_argument("--width", type=int, required=True, help="of the input, pixels, a multiple of 32")
    parser.add_argument("--height", type=int, required=True, help="of the input, pixels, a multiple of 32")
    options = parser.parse_args()
    try:
        model = onnx.load(options.full)
        network = Network(model)
        network.keep_person()
        network.resize(options.width, options.height)
        onnx.checker.check_model(model, full_check=True)
    except Exception as error:  # protobuf, onnx and the checks above each have their own
        print(f"not a YOLOX network: {str(error).strip().splitlines()[0]}", file=sys.stderr)
        sys.exit(os.EX_DATAERR)
    with open(options.person, "wb") as file:
        file.write(model.SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()

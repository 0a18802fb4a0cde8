"""A small builder of ONNX files, shared by the converters in this folder."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# OpenCV 4.6 rejects a Clip whose bounds are inputs; they are attributes up to opset 10.
OPSET = 10
IR_VERSION = 5


class Graph:
    """Collects nodes and weights in order, so that equal input gives an equal file, byte for byte."""

    def __init__(self, name, input_name, input_shape):
        self.name = name
        self.input = helper.make_tensor_value_info(input_name, TensorProto.FLOAT, input_shape)
        self.nodes, self.weights, self.outputs = [], [], []

    def constant(self, name, array):
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, op, inputs, output, **attributes):
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, **attributes))
        return output

    def conv(self, source, output, weight, bias, stride=1, pads=(0, 0, 0, 0), group=1):
        """`weight` is [out, in / group, height, width]; `pads` is top, left, bottom, right."""
        inputs = [source, self.constant(f"{output}.weight", weight), self.constant(f"{output}.bias", bias)]
        return self.add(
            "Conv",
            inputs,
            output,
            kernel_shape=weight.shape[2:],
            strides=[stride, stride],
            pads=list(pads),
            group=group,
        )

    def output(self, name, shape):
        self.outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))

    def save(self, path):
        graph = helper.make_graph(self.nodes, self.name, [self.input], self.outputs, self.weights)
        model = helper.make_model(
            graph,
            producer_name="footfall",
            opset_imports=[helper.make_opsetid("", OPSET)],
            ir_version=IR_VERSION,
        )
        onnx.checker.check_model(model, full_check=True)
        with open(path, "wb") as file:
            file.write(model.SerializeToString(deterministic=True))

"""Reads a frozen TensorFlow GraphDef, as far as a converter needs it, without hundreds of MB of TensorFlow.

Field numbers are those of graph.proto, node_def.proto, attr_value.proto and tensor.proto.
"""

import struct

import numpy as np

FLOAT, INT32 = 1, 3  # DataType in types.proto


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def fields(data):
    """Yields (field number, value) of one protobuf message; a nested message is a slice of bytes."""
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        wire_type = key & 7
        if wire_type == 0:
            value, at = varint(data, at)
        elif wire_type == 2:
            length, at = varint(data, at)
            value = data[at : at + length]
            at += length
        elif wire_type in (1, 5):
            length = 8 if wire_type == 1 else 4
            value = data[at : at + length]
            at += length
        else:
            raise ValueError(f"protobuf wire type {wire_type} at byte {at}: allowed are 0, 1, 2 and 5")
        yield key >> 3, value


class Node:
    """One operation: `inputs` are node names, `attributes` map a name to its AttrValue's bytes."""

    def __init__(self, data):
        self.name = self.op = ""
        self.inputs, self.attributes = [], {}
        for number, value in fields(data):
            if number == 1:
                self.name = value.decode()
            elif number == 2:
                self.op = value.decode()
            elif number == 3:
                self.inputs.append(value.decode().removesuffix(":0"))
            elif number == 5:
                entry = dict(fields(value))
                self.attributes[entry[1].decode()] = entry[2]

    def text(self, attribute):
        return dict(fields(self.attributes[attribute]))[2].decode()

    def real(self, attribute):
        return struct.unpack("<f", dict(fields(self.attributes[attribute]))[4])[0]

    def integers(self, attribute):
        packed = dict(fields(dict(fields(self.attributes[attribute]))[1]))[3]
        values, at = [], 0
        while at < len(packed):
            value, at = varint(packed, at)
            values.append(value)
        return values

    def tensor(self):
        """The value of a Const node of floats or 32-bit integers."""
        kind, shape, content, single = None, [], None, None
        for number, value in fields(dict(fields(self.attributes["value"]))[8]):
            if number == 1:
                kind = value
            elif number == 2:
                shape = [dict(fields(size)).get(1, 0) for part, size in fields(value) if part == 2]
            elif number == 4:
                content = np.frombuffer(value, "<f4" if kind == FLOAT else "<i4")
            elif number == 5:
                single = np.frombuffer(value, "<f4")
            elif number == 7:
                single = np.array([value if isinstance(value, int) else varint(value, 0)[0]], "<i4")
        if kind not in (FLOAT, INT32):
            raise ValueError(f"{self.name}: tensor of type {kind}, allowed are {FLOAT} and {INT32}")
        # A tensor of one repeated value may be stored as that value alone.
        return content.reshape(shape) if content is not None else np.broadcast_to(single, shape)


def read_graph(path):
    """All nodes of the graph by name."""
    with open(path, "rb") as file:
        nodes = [Node(value) for number, value in fields(file.read()) if number == 1]
    return {node.name: node for node in nodes}

"""Turns an ONNX detector into OpenVINO's own format, with bytes as its input.

usage: onnx_to_ir.py IN.onnx OUT.xml --width 608 --height 448 [--scale S] [--offset O] [--order RGB|BGR]

The weights lie beside OUT.xml, in OUT.bin. The input becomes 1xHxWx3, 8 bits, blue first, as pictures are kept:
the conversion to floats, the order of the channels and `scale * byte + offset` are part of the network. The
picture is resized before, as bytes: inside, it takes 2 to 5 ms longer.
"""

import argparse

import openvino
from openvino import Layout, Type
from openvino.preprocess import ColorFormat, PrePostProcessor


def with_byte_input(model, scale, offset, order):
    processor = PrePostProcessor(model)
    source = processor.input()
    source.tensor().set_element_type(Type.u8).set_layout(Layout("NHWC"))
    source.model().set_layout(Layout("NCHW"))
    steps = source.preprocess().convert_element_type(Type.f32)
    if order == "RGB":
        source.tensor().set_color_format(ColorFormat.BGR)
        steps.convert_color(ColorFormat.RGB)
    # OpenVINO computes (byte - mean) / scale.
    if offset != 0:
        steps.mean(-offset / scale)
    if scale != 1:
        steps.scale(1 / scale)
    return processor.build()


def main():
    parser = argparse.ArgumentParser(description="ONNX to OpenVINO's format with bytes as input")
    parser.add_argument("onnx")
    parser.add_argument("xml")
    parser.add_argument("--width", type=int, required=True, help="of the input, pixels")
    parser.add_argument("--height", type=int, required=True, help="of the input, pixels")
    parser.add_argument("--scale", type=float, default=1, help="the network sees scale * byte + offset")
    parser.add_argument("--offset", type=float, default=0, help="see --scale")
    parser.add_argument("--order", choices=["RGB", "BGR"], default="BGR", help="channels as the network wants them")
    options = parser.parse_args()
    model = openvino.Core().read_model(options.onnx)
    model.reshape([1, 3, options.height, options.width])
    model = with_byte_input(model, options.scale, options.offset, options.order)
    openvino.save_model(model, options.xml, compress_to_fp16=False)


if __name__ == "__main__":
    main()

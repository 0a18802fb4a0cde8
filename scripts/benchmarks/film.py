"""Writes 100 equal 1080p JPEG pictures, one after another; runs in the peer's environment.

usage: film.py VIDEO PICTURES.mjpeg

The picture is the video's first frame enlarged, with as much noise as brings a JPEG of quality 85 to about 290 KB:
that is what cameras send. Prints the size of one picture.
"""
import json
import pathlib
import sys

import cv2
import numpy

SIZE, QUALITY, BYTES, PICTURES = (1920, 1080), 85, 290_000, 100


def encoded(picture, noise, deviation):
    noisy = numpy.clip(picture + deviation * noise, 0, 255).astype(numpy.uint8)
    return cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1].tobytes()


def main(video, pictures):
    picture = cv2.resize(cv2.VideoCapture(video).read()[1], SIZE, interpolation=cv2.INTER_CUBIC).astype(numpy.float32)
    # Sensors are noisy in brightness, the same in all channels.
    noise = numpy.random.default_rng(1).standard_normal((SIZE[1], SIZE[0], 1), dtype=numpy.float32)
    low, high = 0.0, 40.0
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (middle, high) if len(encoded(picture, noise, middle)) < BYTES else (low, middle)
    jpeg = encoded(picture, noise, low)
    pathlib.Path(pictures).write_bytes(jpeg * PICTURES)
    print(json.dumps({"bytesPerPicture": len(jpeg)}))


main(*sys.argv[1:])

"""The stages of the pipeline, each on its own."""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import project
from table import number, table

_PROGRAM = project.ROOT / "Benchmarks" / ".build" / "release" / "StageBenchmarks"
# yolov3-tiny at 608x448: two operations a multiplication with its addition (models/README.md).
_GFLOP = 8.57
# Decoding 1080p JPEG at the scale that is needed must be worth its while: at most this share of the time.
SCALED_SHARE = 0.8


def build():
    """Builds the benchmarks; the program must have been built before."""
    package = project.ROOT / "Benchmarks"
    subprocess.run(
        ["swift", "build", "--package-path", package, "--configuration", "release"], check=True, stdout=sys.stderr)
    # The video library is looked for beside the program, and a package builds no library of another.
    library = _PROGRAM.parent / "libFootfallVideo.so"
    library.unlink(missing_ok=True)
    library.symlink_to(project.PROGRAM.parent / "libFootfallVideo.so")


def _once(options, folder, is_first):
    """The median of each benchmark in nanoseconds; swift-benchmark calls it `time`."""
    environment = os.environ | {
        "FOOTFALL_BENCH_VIDEO": str(project.SAMPLE), "FOOTFALL_BENCH_FOLDER": folder}
    output = subprocess.run(
        [_PROGRAM, "--format", "json", *options], check=True, stdout=subprocess.PIPE, text=True, env=environment,
        stderr=None if is_first else subprocess.DEVNULL).stdout
    return {entry["name"]: entry["time"] for entry in json.loads(output)["benchmarks"]}


def _make_film(folder):
    """film.avi: the pictures in a container, since without one they would be taken for a single JPEG."""
    pictures = folder / "pictures.mjpeg"
    project.run_in_peer(project.ROOT / "scripts/benchmarks/film.py", project.SAMPLE, pictures)
    subprocess.run(
        ["ffmpeg", "-v", "error", "-f", "mjpeg", "-i", pictures, "-c", "copy", folder / "film.avi"], check=True)


def measure(rounds, options):
    """Runs all stages so many times, and the measurement of the peak before each.

    Returns the milliseconds by stage and the GFLOP/s by precision, a list with a value a round for each.
    """
    milliseconds, peaks = {}, {}
    with tempfile.TemporaryDirectory(prefix="footfall-bench-") as folder:
        _make_film(pathlib.Path(folder))
        for turn in range(rounds):
            peak = project.run_in_peer(project.ROOT / "scripts/benchmarks/peak.py")
            times = _once(options, folder, turn == 0)
            (pathlib.Path(folder) / "bench.db").unlink(missing_ok=True)
            for name, value in peak.items():
                peaks.setdefault(name, []).append(value)
            for name, value in times.items():
                milliseconds.setdefault(name, []).append(value / 1e6)
            project.note(f"stages: round {turn + 1} of {rounds} done")
    return milliseconds, peaks


def _share_of_peak(name, times, peaks):
    """Of the measured peak, in percent: the median of the rounds, each against the peak beside it."""
    if not name.startswith("infer yolov3-tiny "):
        return None
    rates = peaks.get(name.split()[-1])
    if not rates:
        return None
    return 100 * statistics.median(_GFLOP / time * 1e3 / peak for time, peak in zip(times, rates))


def markdown(milliseconds, peaks):
    rows = []
    for name, times in milliseconds.items():
        share = _share_of_peak(name, times, peaks)
        rows.append([name, number(statistics.median(times)), number(min(times)), number(max(times)),
                     "" if share is None else f"{share:.0f} %"])
    text = table(["stage", "median, ms", "min", "max", "of measured peak"], rows)
    if peaks:
        rates = ", ".join(f"{name} {statistics.median(values):.0f}" for name, values in peaks.items())
        text += f"\n\nMeasured peak, GFLOP/s in 3x3 convolutions of 256 channels: {rates}."
    ratio = scaled_share(milliseconds)
    if ratio is not None:
        text += (f"\n1080p JPEG decoded at the scale that is needed takes {ratio:.2f} of the time in full "
                 f"(target: at most {SCALED_SHARE}).")
    return text


def scaled_share(milliseconds):
    scaled = milliseconds.get("1080p jpeg, scaled decode and resize")
    full = milliseconds.get("1080p jpeg, full decode and resize")
    if not scaled or not full:
        return None
    return statistics.median(a / b for a, b in zip(scaled, full))

"""Measures footfall; called by scripts/bench, which says what there is."""
import argparse
import os
import pathlib
import sys

import comparison
import instructions
import latency
import machine
import project
import schedulers
import serving
import stages
import starting
import table
import variants
from failure import Failure

DOCUMENT = project.ROOT / "docs" / "performance.md"


def positive(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("allowed: a whole number from 1")
    return number


def arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench")
    what = [
        "all", "stages", "peer", "instructions", "variants", "schedulers", "latency", "memory", "load"]
    parser.add_argument("what", nargs="?", choices=what, default="all")
    parser.add_argument("video", nargs="?", type=pathlib.Path, default=project.SAMPLE)
    parser.add_argument("--rounds", type=positive, default=5)
    parser.add_argument("--loops", type=positive, default=5)
    parser.add_argument("--threads", type=positive, default=os.cpu_count())
    parser.add_argument("--seconds", type=positive, default=60)
    parser.add_argument("--scene", type=pathlib.Path)
    parser.add_argument("--truth", type=pathlib.Path)
    parser.add_argument("--filter", help="stages whose name matches this regular expression; programs that contain it")
    parser.add_argument("--cameras", type=positive, default=1)
    parser.add_argument("--warm-up", type=positive, default=2, help="minutes")
    parser.add_argument("--minutes", type=positive, default=10)
    parser.add_argument("--rate", type=positive, default=200, help="requests a second")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_intermixed_args()
    if options.scene is None and options.video == project.SAMPLE:
        options.scene = project.SAMPLE_SCENE
    for path in (options.video, options.scene, options.truth):
        if path and not path.exists():
            raise Failure(66, f"{path} is absent")
    return options


def measured_stages(options):
    stages.build()
    filters = ["--filter", options.filter] if options.filter else []
    return stages.markdown(*stages.measure(options.rounds, filters))


def everything(options):
    stages.build()  # What does not build is to be known before an hour of measuring.
    command = "scripts/bench " + " ".join(sys.argv[1:])
    milliseconds = starting.help_milliseconds()
    parts = [
        f"Machine: {machine.describe()}.", f"Command: `{command.strip()}`.",
        "### Beside the Python peer", comparison.compare(options),
        "### Stages", measured_stages(options),
        f"### Starting\n\n`footfall --help`, warm, median of 20: {milliseconds:.0f} ms. An analysis is at its first "
        "frame after what the table of runs calls start.",
    ]
    table.put("\n\n".join(parts), DOCUMENT)
    project.note(f"written into {DOCUMENT.relative_to(project.ROOT)}")


def main():
    options = arguments()
    if options.what == "instructions":
        counts = instructions.measure()
        if options.update:
            instructions.update(counts)
        return 0 if instructions.check(counts) else 1
    if options.what == "stages":
        print(measured_stages(options))
    elif options.what == "peer":
        print(comparison.compare(options))
    elif options.what == "schedulers":
        schedulers.compare(options.filter or "")
    elif options.what == "latency":
        print(latency.measure(options.scene, options.video, options.seconds))
    elif options.what == "memory":
        print(serving.memory(options))
    elif options.what == "load":
        print(serving.load(options))
    elif options.what == "variants":
        print(variants.scores(options))
    else:
        everything(options)
    return 0


try:
    sys.exit(main())
except Failure as failure:
    project.note(failure)
    sys.exit(failure.status)

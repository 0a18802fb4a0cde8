"""Whole runs of footfall and of the Python peer over one recording."""
import dataclasses
import json
import pathlib
import subprocess

import project
from failure import Failure

PEER_MODEL = project.ROOT / "models" / "yolov3-tiny-608x448.onnx"
PEER_SCRIPT = "bench/peer_pipeline.py"


@dataclasses.dataclass(frozen=True)
class Run:
    """What a run says of itself; None where it does not say."""
    frames_per_second: float
    start_seconds: float | None = None
    finish_seconds: float | None = None
    peak_bytes: int | None = None
    crossings: str = ""
    detections: pathlib.Path | None = None


@dataclasses.dataclass(frozen=True)
class Peer:
    """The Python pipeline at one precision."""
    precision: str

    @property
    def name(self):
        return f"peer {self.precision}"

    def run(self, video, job, is_judged=False):
        work = project.run_in_peer(
            project.shared(PEER_SCRIPT), video, PEER_MODEL, "--engine", "openvino", "--precision", self.precision,
            "--threads", job.threads)
        return Run(work["fps"], crossings=f"its own line: {work['line_in']} in, {work['line_out']} out")


@dataclasses.dataclass(frozen=True)
class Footfall:
    """footfall with these options."""
    name: str
    options: tuple[str, ...]

    def run(self, video, job, is_judged=False):
        """Runs it once; None where footfall says that this machine has not what it takes.

        A judged run also leaves its detections in the job's folder.
        """
        out = job.folder / "out"
        command = [project.PROGRAM, "analyze", video, "--out", out, "--engine", "openvino", "--threads",
                   str(job.threads), "--start", "2026-01-01T00:00:00Z", *self.options]
        if job.scene:
            command += ["--scene", job.scene]
        if is_judged:
            command.append("--write-detections")
        outcome = subprocess.run(command, stderr=subprocess.PIPE, text=True)
        if outcome.returncode == project.UNAVAILABLE:
            project.note(f"left out: {self.name}: {outcome.stderr.strip().splitlines()[-1]}")
            return None
        if outcome.returncode != 0:
            raise Failure(70, f"{self.name}: exit status {outcome.returncode}: {outcome.stderr.strip()}")
        return _report(out, is_judged)


def _report(out, is_judged):
    report = json.loads((out / "report.json").read_text())
    work, camera = report["performance"], report["cameras"][0]
    lines = (
        f"{line['id']}: {line['in']} in, {line['out']} out" for line in camera["lines"])
    return Run(
        work["framesPerSecond"], work["startSeconds"], work["finishSeconds"], work["peakMemoryBytes"],
        "; ".join(lines), out / f"detections-{camera['id']}.txt" if is_judged else None)


_EVERY_FRAME = ("--every-frame", "--precision")
CONFIGURATIONS = [
    Peer("f32"),
    Footfall("footfall f32, every frame", (*_EVERY_FRAME, "f32")),
    Peer("bf16"),
    Footfall("footfall bf16, every frame", (*_EVERY_FRAME, "bf16")),
    Footfall("footfall int8, every frame", (*_EVERY_FRAME, "int8")),
    Footfall("footfall yolox-nano, every frame", ("--every-frame", "--model", "yolox-nano")),
    Footfall("footfall as it comes", ()),
]


def average_precision(truth, detections):
    """AP50 of written detections, as `footfall evaluate` finds it."""
    output = subprocess.run(
        [project.PROGRAM, "evaluate", "detections", "--truth", truth, "--result", detections, "--json"],
        check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(output)["ap50"]


def looped(video, loops, folder):
    """The video played several times over as one file, without coding it again."""
    if loops == 1:
        return video
    listing = folder / "list.txt"
    listing.write_text(f"file '{video.resolve()}'\n" * loops)
    target = folder / ("looped" + video.suffix)
    subprocess.run(
        ["ffmpeg", "-v", "error", "-f", "concat", "-safe", "0", "-i", listing, "-c", "copy", target], check=True)
    return target

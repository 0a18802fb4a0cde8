"""Tracking scores over five variants of a clip: sizes and phases that change nothing of what there is to see."""
import dataclasses
import json
import pathlib
import statistics
import subprocess
import tempfile

import project
from failure import Failure
from table import table

_SCORES = ["hota", "mota", "idf1"]
_MODES = ["online", "two-pass"]


@dataclasses.dataclass(frozen=True)
class Variant:
    """A clip begun some frames later, cut at the left and the top, then resized."""
    name: str
    skipped_frames: int = 0
    cut_pixels: int = 0
    scale: float = 1

    def film(self, video, folder):
        """Writes the variant without further loss."""
        target = folder / f"{self.name.replace(' ', '-')}.mkv"
        steps = (f"trim=start_frame={self.skipped_frames},setpts=PTS-STARTPTS,crop=iw-{self.cut_pixels}:"
                 f"ih-{self.cut_pixels}:{self.cut_pixels}:{self.cut_pixels},"
                 f"scale=trunc(iw*{self.scale}/2)*2:trunc(ih*{self.scale}/2)*2:flags=bicubic")
        subprocess.run(["ffmpeg", "-v", "error", "-i", video, "-vf", steps, "-an", "-c:v", "ffv1", target], check=True)
        return target

    def truth(self, truth, folder):
        """Writes the true boxes as they lie in the variant."""
        target = folder / "truth.txt"
        rows = []
        for line in truth.read_text().splitlines():
            frame, person, *box = line.split(",")[:6]
            x, y, width, height = map(float, box)
            left, top = max(x - self.cut_pixels, 0), max(y - self.cut_pixels, 0)
            right, bottom = x + width - self.cut_pixels, y + height - self.cut_pixels
            number = int(frame) - self.skipped_frames
            if number < 1 or right <= left or bottom <= top:
                continue
            edges = [left, top, right - left, bottom - top]
            rows.append(",".join([str(number), person, *(f"{edge * self.scale:.2f}" for edge in edges), "1,-1,-1,-1"]))
        target.write_text("\n".join(rows) + "\n")
        return target


VARIANTS = [
    Variant("as it is"),
    Variant("three quarters", scale=0.75),
    Variant("five quarters", scale=1.25),
    Variant("5 frames later", skipped_frames=5),
    Variant("16 pixels off", cut_pixels=16),
]


def scores(options):
    """Runs both ways of tracking over every variant; returns the table."""
    if not options.truth:
        raise Failure(64, "variants are judged by a truth: --truth FILE")
    rows, found = [], {mode: [] for mode in _MODES}
    with tempfile.TemporaryDirectory(prefix="footfall-bench-") as name:
        folder = pathlib.Path(name)
        for variant in VARIANTS:
            film, truth = variant.film(options.video, folder), variant.truth(options.truth, folder)
            for mode, run in _judge(film, truth, options, folder).items():
                found[mode].append(run)
            rows.append([variant.name, *(_cell(found[mode][-1]) for mode in _MODES)])
            project.note(" | ".join(rows[-1]))
            film.unlink()
    means = {mode: {key: statistics.mean(run[key] for run in runs) for key in _SCORES} for mode, runs in found.items()}
    spread = {mode: {key: max(run[key] for run in runs) - min(run[key] for run in runs) for key in _SCORES}
              for mode, runs in found.items()}
    rows.append(["mean", *(_cell(means[mode]) for mode in _MODES)])
    rows.append(["largest less smallest", *(_cell(spread[mode]) for mode in _MODES)])
    return table(["variant", *(f"{mode}: HOTA / MOTA / IDF1" for mode in _MODES)], rows)


def _judge(film, truth, options, folder):
    """The scores of both ways of tracking, for what the detector saw in one run."""
    out, scores = folder / "out", {}
    source = ["--precision", "f32", "--threads", str(options.threads), "--write-detections"]
    for mode in _MODES:
        subprocess.run(
            [project.PROGRAM, "analyze", film, "--out", out, "--tracking", mode, "--start", "2026-01-01T00:00:00Z",
             *source], check=True, stderr=subprocess.DEVNULL)
        output = subprocess.run(
            [project.PROGRAM, "evaluate", "tracks", "--truth", truth, "--result", out / "tracks-camera.txt", "--json"],
            check=True, stdout=subprocess.PIPE, text=True).stdout
        scores[mode] = json.loads(output)
        if mode == _MODES[0]:
            people = (out / "detections-camera.txt").rename(folder / "people.txt")
            source = ["--detections", people]
    return scores


def _cell(run):
    return " / ".join(f"{run[key]:.1f}" for key in _SCORES)

"""The whole program beside the Python peer."""
import dataclasses
import pathlib
import statistics
import tempfile

import project
import runs
from failure import Failure
from table import number, table


@dataclasses.dataclass(frozen=True)
class Job:
    """What all runs of a comparison share."""
    threads: int
    scene: pathlib.Path | None
    folder: pathlib.Path


def compare(options):
    """Runs every configuration in turn; returns the table and what to say of it.

    The clock is footfall's `wallSeconds` and the peer's own: from the first frame asked for to the last result.
    """
    if not project.shared(runs.PEER_SCRIPT).exists():
        raise Failure(66, f"{project.shared(runs.PEER_SCRIPT)} is absent")
    with tempfile.TemporaryDirectory(prefix="footfall-bench-") as name:
        job = Job(options.threads, options.scene, pathlib.Path(name))
        judged, scores = _judge(options, job)
        video = runs.looped(options.video, options.loops, job.folder)
        work = {configuration: [] for configuration in judged}
        for turn in range(options.rounds):
            for configuration, list_of_runs in work.items():
                list_of_runs.append(configuration.run(video, job))
            rates = ", ".join(f"{key.name} {value[-1].frames_per_second:.1f}" for key, value in work.items())
            project.note(f"round {turn + 1} of {options.rounds}: {rates}")
    left_out = [key.name for key in runs.CONFIGURATIONS if key not in judged]
    return _markdown(work, judged, scores, left_out, options)


def _judge(options, job):
    """One run of each configuration over the clip itself, without a clock, for what it counts and detects.

    Returns the runs and, where there is truth, the AP50 of those that look at every frame.
    """
    judged, scores = {}, {}
    for configuration in runs.CONFIGURATIONS:
        run = configuration.run(options.video, job, is_judged=True)
        if run is None:
            continue
        judged[configuration] = run
        looks_at_all = "--every-frame" in getattr(configuration, "options", ())
        if options.truth and looks_at_all:
            scores[configuration] = runs.average_precision(options.truth, run.detections)
    return judged, scores


def _markdown(work, judged, scores, left_out, options):
    rates = {key: [run.frames_per_second for run in value] for key, value in work.items()}
    medians = {key.name: statistics.median(value) for key, value in rates.items()}
    rows = []
    for key, list_of_runs in work.items():
        median = medians[key.name]
        rows.append([
            key.name, f"{median:.1f}", f"{min(rates[key]):.1f}", f"{max(rates[key]):.1f}",
            f"{median / medians['peer f32']:.2f}", f"{median / medians['peer bf16']:.2f}",
            _median(list_of_runs, "start_seconds"), _median(list_of_runs, "finish_seconds"),
            _peak(list_of_runs), number(scores.get(key)), judged[key].crossings])
    head = ["pipeline", "frames/s, median", "min", "max", "x peer f32", "x peer bf16", "start, s", "finish, s",
            "peak, MB", "AP50", "crossings"]
    text = (f"`{options.video.name}` played {options.loops} times over, {options.rounds} rounds in turn, "
            f"{options.threads} threads; AP50 and crossings of the clip played once.\n\n" + table(head, rows))
    for name in left_out:
        text += f"\n\nLeft out, because this machine has not what it takes: {name}."
    return text


def _median(list_of_runs, field):
    values = [getattr(run, field) for run in list_of_runs]
    return "–" if None in values else f"{statistics.median(values):.2f}"


def _peak(list_of_runs):
    values = [run.peak_bytes for run in list_of_runs]
    return "–" if None in values else f"{max(values) / 1e6:.0f}"

"""How many instructions a stage takes for a frame, counted by valgrind: the same number in every run, however busy the
machine is.
"""
import concurrent.futures
import json
import os
import re
import subprocess
import sys

import project
from failure import Failure

THRESHOLDS = project.ROOT / "Benchmarks" / "instruction-thresholds.json"
_RUNNER = "CrowdStageRunner"
# How much more a stage may take, and how much less it may take before the threshold should follow.
_TOLERANCE = 0.05
_SLACK = 0.10
# Stage and people, and the frames of the shorter of two runs; their difference is free of what start-up takes.
_STAGES = {
    ("track", 20): 200, ("track", 500): 20, ("lookahead", 20): 100, ("lookahead", 500): 40,
    ("analyze", 20): 100, ("analyze", 500): 40}


def _count(stage, people, frames):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
               project.ROOT / ".build" / "release" / _RUNNER, stage, str(people), str(frames)]
    # Sets and dictionaries are seeded anew in each process otherwise.
    environment = os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1"}
    outcome = subprocess.run(command, stderr=subprocess.PIPE, text=True, env=environment)
    found = re.search(r"Collected : (\d+)", outcome.stderr)
    if outcome.returncode != 0 or not found:
        raise Failure(70, f"valgrind {stage} {people}: {outcome.stderr.strip().splitlines()[-1]}")
    return int(found.group(1))


def measure():
    """Instructions a frame by stage."""
    subprocess.run(
        ["swift", "build", "--package-path", project.ROOT, "--configuration", "release", "--product", _RUNNER],
        check=True, stdout=sys.stderr)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        pending = {
            (stage, people, frames): [pool.submit(_count, stage, people, length) for length in (frames, 2 * frames)]
            for (stage, people), frames in _STAGES.items()}
        return {
            f"{stage}, {people} people": round((long.result() - short.result()) / frames)
            for (stage, people, frames), (short, long) in pending.items()}


def update(counts):
    """Makes these counts the thresholds."""
    THRESHOLDS.write_text(json.dumps({"instructionsPerFrame": counts}, indent=2) + "\n")


def check(counts):
    """Prints each stage beside its threshold; returns whether all keep theirs."""
    allowed = json.loads(THRESHOLDS.read_text())["instructionsPerFrame"]
    is_kept = True
    for stage, count in counts.items():
        if stage not in allowed:
            verdict, is_kept = "FAILED: has no threshold", False
        else:
            limit = round(allowed[stage] * (1 + _TOLERANCE))
            change = 100 * (count / allowed[stage] - 1)
            verdict = f"{change:+.1f} % of {allowed[stage]}, allowed {limit}"
            if count > limit:
                verdict, is_kept = "FAILED: " + verdict, False
            elif change < -100 * _SLACK:
                verdict = "ok, but the threshold has become too wide: " + verdict
            else:
                verdict = "ok: " + verdict
        print(f"instructions a frame, {stage}: {count}; {verdict}")
    for stage in sorted(allowed.keys() - counts.keys()):
        print(f"instructions a frame, {stage}: FAILED: has a threshold but is not measured")
        is_kept = False
    if not is_kept:
        print("bench: if the work is worth it, scripts/bench instructions --update makes these counts the thresholds")
    return is_kept

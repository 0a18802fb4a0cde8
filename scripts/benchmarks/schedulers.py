"""footfall beside OR-tools' CP-SAT: the same integer programs, seconds and processors."""
import json
import pathlib
import subprocess
import tempfile

import project

_PINS = ["ortools==9.15.6755"]
_WORKERS = 2
# What is planned, and for how many seconds.
_CASES = [
    ("15 people", ["retail", "--staff", "15"], 120),
    ("30 people", ["retail", "--staff", "30"], 180),
    ("40 people", ["retail", "--staff", "40"], 180),
    ("15 people, tight", ["retail", "--staff", "15", "--availability", "1.05"], 120),
    ("Instance 4", ["nrp", project.shared("data/nrp/Instance4.txt")], 60),
    ("Instance 5", ["nrp", project.shared("data/nrp/Instance5.txt")], 60),
    ("20 people, made up", ["nrp", "made-up.txt"], 120),
]


def _run(command, folder):
    outcome = subprocess.run(
        [str(part) for part in command], cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    return outcome.stdout


def _both(arguments, seconds, folder, python):
    """Both answers; one search after the other, so that each has all processors."""
    command = [project.PROGRAM, "benchmark", *arguments]
    ours = json.loads(_run([*command, "--time-limit", seconds, "--json"], folder))
    _run([*command, "--mps", "program.mps"], folder)
    script = pathlib.Path(__file__).with_name("cpsat.py")
    theirs = json.loads(_run([python, script, "program.mps", seconds, _WORKERS], folder))
    return ours, theirs


def _number(value):
    return "none" if value is None else f"{value:.1f}"


def compare(cases):
    """Prints the table of both, for the cases whose name contains a text; a row once it is known."""
    python = project.python_with(".build-schedulers", _PINS, "about 150 MB")
    maker = project.PROGRAM.with_name("RosterInstanceMaker")
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", maker.name], cwd=project.ROOT, check=True,
        stdout=subprocess.DEVNULL)
    print("| program | seconds | footfall | its bound | CP-SAT | its bound |\n|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "made-up.txt").write_text(_run([maker, 20, 4, 3, 1], folder))
        for name, arguments, seconds in _CASES:
            if cases not in name:
                continue
            ours, theirs = _both(arguments, seconds, folder, python)
            numbers = [ours["objective"], ours["bound"], theirs["objective"], theirs["bound"]]
            print(f"| {name} | {seconds} | " + " | ".join(map(_number, numbers)) + " |", flush=True)

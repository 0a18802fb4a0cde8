"""Where things are, and what the measuring programs share."""
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = ROOT / ".build" / "release" / "footfall"
SAMPLE = ROOT / "samples" / "vtest" / "vtest.avi"
SAMPLE_SCENE = ROOT / "samples" / "vtest" / "scene.yaml"
UNAVAILABLE = 69  # sysexits.h: EX_UNAVAILABLE

_PEER_PINS = ["openvino==2026.4.1", "opencv-python-headless==5.0.0.93", "supervision==0.31.2", "trackers==2.6.1"]


def note(message):
    print(f"bench: {message}", file=sys.stderr, flush=True)


def shared(path):
    """A file beside the checkout, in the folder that FOOTFALL_SHARED names."""
    return pathlib.Path(os.environ.get("FOOTFALL_SHARED", ROOT.parent / "shared")) / path


def peer_python():
    """The Python of a virtual environment with what the peer needs, made on first use."""
    return python_with(".build-peer", _PEER_PINS, "about 1 GB")


def python_with(folder, pins, size):
    """The Python of a virtual environment in the checkout with pinned packages, made on first use."""
    python = ROOT / folder / "bin" / "python"
    written = ROOT / folder / "pins.json"
    if not written.exists() or json.loads(written.read_text()) != pins:
        note(f"preparing the Python environment {folder} ({size})")
        subprocess.run([sys.executable, "-m", "venv", "--clear", python.parent.parent], check=True)
        pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", *pins]
        subprocess.run(pip, check=True, stdout=sys.stderr)
        written.write_text(json.dumps(pins))
    return python


def run_in_peer(script, *arguments):
    """The JSON that a script prints which runs in the peer's environment."""
    command = [peer_python(), script, *map(str, arguments)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)

"""Measures 'footfall analyze' beside the Python peer, in turn, and prints ratios of medians. Called by scripts/bench."""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PINS = ["openvino==2026.4.1", "opencv-python-headless", "supervision==0.31.2", "trackers==2.6.1"]


def peer_python():
    """A virtual environment with what the peer needs, made on first use."""
    python = ROOT / ".build-peer" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", python.parent.parent], check=True)
        subprocess.run([python, "-m", "pip", "--quiet", "install", *PINS], check=True)
    return python


def looped(video, loops, folder):
    """The video played several times over as one file, without coding it again."""
    if loops == 1:
        return video
    listing = pathlib.Path(folder) / "list.txt"
    listing.write_text("".join(f"file '{pathlib.Path(video).resolve()}'\n" for _ in range(loops)))
    target = pathlib.Path(folder) / ("looped" + pathlib.Path(video).suffix)
    subprocess.run(
        ["ffmpeg", "-v", "error", "-f", "concat", "-safe", "0", "-i", listing, "-c", "copy", target], check=True)
    return target


def peer(python, script, video, precision, threads):
    model = ROOT / "models" / "yolov3-tiny-608x448.onnx"
    output = subprocess.run(
        [python, script, video, model, "--engine", "openvino", "--precision", precision, "--threads", str(threads)],
        check=True, capture_output=True, text=True).stdout
    return json.loads(output.splitlines()[-1])["fps"]


def ours(video, precision, threads, folder):
    subprocess.run(
        [ROOT / ".build" / "release" / "footfall", "analyze", video, "--out", folder, "--precision", precision,
         "--engine", "openvino", "--threads", str(threads), "--every-frame",
         "--start", "2026-01-01T00:00:00Z"], check=True, stderr=subprocess.DEVNULL)
    return json.loads((pathlib.Path(folder) / "report.json").read_text())["performance"]


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench peer")
    parser.add_argument("video", nargs="?", default=ROOT / "samples" / "vtest" / "vtest.avi")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--loops", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    options = parser.parse_args()
    shared = pathlib.Path(os.environ.get("FOOTFALL_SHARED", ROOT.parent / "shared"))
    script = shared / "bench" / "peer_pipeline.py"
    if not script.exists():
        print(f"bench: {script} is absent", file=sys.stderr)
        return 66
    if options.loops > 1 and not shutil.which("ffmpeg"):
        print("bench: --loops needs the ffmpeg tool to join the copies; install it or say --loops 1", file=sys.stderr)
        return 69
    python = peer_python()
    rates = {"peer f32": [], "footfall f32": [], "peer bf16": [], "footfall bf16": []}
    memory = 0
    with tempfile.TemporaryDirectory() as folder:
        video = looped(options.video, options.loops, folder)
        for number in range(options.rounds):
            for precision in ("f32", "bf16"):
                rates[f"peer {precision}"].append(peer(python, script, video, precision, options.threads))
                work = ours(video, precision, options.threads, folder + "/out")
                rates[f"footfall {precision}"].append(work["framesPerSecond"])
                memory = max(memory, work["peakMemoryBytes"])
            print(f"round {number + 1}: " + ", ".join(f"{name} {values[-1]:.1f}" for name, values in rates.items()),
                  flush=True)
    base = statistics.median(rates["peer f32"])
    print(f"\n{'pipeline':<14} {'fps (median)':>12} {'min':>7} {'max':>7} {'x peer f32':>10}")
    for name, values in rates.items():
        median = statistics.median(values)
        print(f"{name:<14} {median:>12.1f} {min(values):>7.1f} {max(values):>7.1f} {median / base:>10.2f}")
    print(f"\npeak memory of footfall: {memory / 1e6:.0f} MB")
    return 0


sys.exit(main())

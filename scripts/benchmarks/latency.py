"""How long it takes from a crossing in the picture to those who are told of it."""
import contextlib
import datetime
import http.client
import json
import math
import os
import pathlib
import socket
import subprocess
import tempfile
import threading
import time

import browser
from failure import Failure
from project import PROGRAM

_PASSWORD = "a password for an hour"


def measure(scene, film, seconds):
    """Plays a film as a camera, live, for a while: one markdown table."""
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        folder = pathlib.Path(folder)
        broker_port = _free_port()
        _start(stack, ["mosquitto", "-p", broker_port])
        (folder / "store.yaml").write_text(_store(scene, film, broker_port))
        _wait(lambda: socket.create_connection(("127.0.0.1", broker_port)).close())
        told = _start(
            stack, ["mosquitto_sub", "-p", broker_port, "-q", 1, "-t", "footfall/+/event",
                    "-t", "footfall/+/provisional", "-F", "%U %p"],
            stdout=subprocess.PIPE)
        port, password = _serve(stack, folder)
        told = {"MQTT subscriber": Told(_mqtt_lines(told)), "server-sent events": Told(_stream(port, password))}
        for each in told.values():
            threading.Thread(target=each.listen, daemon=True).start()
        _wait(lambda: _ask(port, "POST", "session", {}, {"name": "admin", "password": _PASSWORD}))
        page = browser.Browser(stack, _free_port(), f"http://127.0.0.1:{port}/", "admin", _PASSWORD)
        time.sleep(seconds)
        return _markdown(told, page.changes(), seconds)


class Told:
    """What one reader was told, and when."""

    def __init__(self, lines):
        self._lines = lines
        self._open = {}
        self.withdrawn = 0
        # By id: the event with its direction, when it came, and when it happened.
        self.events = {}
        # Of each crossing that has settled: when first anything was told of it, and when that happened.
        self.first = []
        # When first anything was told of each entry, those included that are not certain yet.
        self.entries = []

    def listen(self):
        for at, text in self._lines:
            event = json.loads(text)
            if "track" not in event:
                continue
            happened = datetime.datetime.fromisoformat(event["time"]).timestamp()
            who = event.get("line"), event["track"], event.get("direction")
            is_first = who not in self._open
            if event["type"] == "crossingProvisional":
                self._open[who] = at, happened
            elif event["type"] == "crossingWithdrawn":
                self._open.pop(who, None)
                self.withdrawn += 1
            else:
                self.events[event["id"]] = event["type"] + event.get("direction", ""), at, happened
            if event["type"] == "crossing":
                self.first.append(self._open.pop(who, (at, happened)))
            if is_first and event.get("direction") == "in" and event["type"] != "crossingWithdrawn":
                self.entries.append(at)


def _start(stack, command, **options):
    process = subprocess.Popen(
        list(map(str, command)), stderr=subprocess.DEVNULL, text=True, **options)
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(attempt):
    for _ in range(500):
        try:
            return attempt()
        except (OSError, Failure):
            time.sleep(0.02)
    raise Failure(69, "broker or server does not answer")


def _store(scene, film, broker_port):
    """The scene with the film for the source of its only camera, and the broker."""
    lines = scene.read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("    source:"))
    head, _, cameras = text.partition("cameras:\n")
    source = f"    source: {json.dumps(str(film.resolve()))}\n"
    first, _, rest = cameras.partition("\n")
    return f'{head}sinks: {{mqtt: {{url: "mqtt://127.0.0.1:{broker_port}"}}}}\ncameras:\n{first}\n{source}{rest}'


def _serve(stack, folder):
    """Port and one-time password of a store that is being served."""
    process = subprocess.Popen(
        [PROGRAM, "serve", "--config", "store.yaml", "--listen", "127.0.0.1:0"], cwd=folder,
        stderr=subprocess.PIPE, text=True, env=os.environ)
    stack.callback(process.wait)
    stack.callback(process.terminate)
    password = ""
    for line in process.stderr:
        if "one-time password " in line:
            password = line.split("one-time password ")[1].strip()
        if "the dashboard is at" in line:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return int(line.strip().rstrip("/").rsplit(":", 1)[1]), password
    raise Failure(70, "footfall serve did not start")


def _ask(port, method, path, headers, body):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(method, "/api/v1/" + path, json.dumps(body), {"Content-Type": "application/json"} | headers)
    answer = connection.getresponse()
    text = answer.read()
    if answer.status >= 300:
        raise Failure(70, f"{method} {path} answered {answer.status}: {text.decode()}")
    return answer, json.loads(text) if text else None


def _log_in(port, password):
    answer, own = _ask(port, "POST", "session", {}, {"name": "admin", "password": password})
    return {"Cookie": answer.headers["Set-Cookie"].split(";")[0], "X-CSRF-Token": own["csrf"]}


def _stream(port, password):
    headers = _log_in(port, password)
    _ask(port, "PUT", "account/password", headers, {"old": password, "new": _PASSWORD})
    headers = _log_in(port, _PASSWORD)
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/api/v1/stream", headers=headers)
    kind = None
    for line in connection.getresponse():
        field, _, value = line.decode().strip().partition(": ")
        if field == "event":
            kind = value
        elif field == "data" and kind in ("event", "provisional"):
            yield time.time(), value


def _mqtt_lines(process):
    for line in process.stdout:
        at, _, text = line.partition(" ")
        yield float(at), text


def _markdown(told, changes, seconds):
    rows = [
        f"Within {seconds} s:", "", "| from | to | event | number | median | p95 | greatest | within 1 s |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, reader in told.items():
        rows += _row("it happened", name, "crossing, first word", [at - moment for at, moment in reader.first])
        for kind, words in (("crossing", "crossing, settled"), ("zoneExit", "zoneExit")):
            rows += _row(
                "it happened", name, words,
                [at - moment for found, at, moment in reader.events.values() if found.startswith(kind)])
    mqtt, stream = told.values()
    both = [mqtt.events[event][1] - stream.events[event][1] for event in mqtt.events.keys() & stream.events.keys()]
    rows += _row("server-sent event", "MQTT subscriber", "all", both)
    rows += _row("first word", "number in the browser", "entry", browser.delays(changes, stream.entries))
    rows += ["", f"Withdrawn: {stream.withdrawn}."]
    return "\n".join(rows)


def _row(start, end, kind, delays):
    if not delays:
        return []
    delays = sorted(delays)
    p95 = delays[max(0, math.ceil(0.95 * len(delays)) - 1)]
    median = delays[len(delays) // 2]
    soon = sum(delay <= 1 for delay in delays) / len(delays)
    return [
        f"| {start} | {end} | {kind} | {len(delays)} | {median:.2f} s | {p95:.2f} s | {delays[-1]:.2f} s | {soon:.0%} |"]

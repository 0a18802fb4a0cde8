"""Downloads one archive from the package index that pip is configured to use, and runs none of its code.

usage: download_package.py PACKAGE FILE SHA256 OUT

`pip download` runs a source archive's setup.py to learn its dependencies. This uses pip's finder and
connection (index, mirrors, proxies, certificates and credentials as the user configured them), fetches the
one file and compares its checksum. It runs in a fresh virtual environment, whose pip is known to be whole.
pip promises nothing for these internals: proved with pip 23.0 (Debian 12) and 26.3.
"""

import hashlib
import sys

from pip._internal.cli.cmdoptions import make_target_python
from pip._internal.commands import create_command
from pip._internal.exceptions import PipError

EX_DATAERR, EX_UNAVAILABLE = 65, 69
CHUNK_BYTES = 1 << 20


def target_options(file):
    """Options that make pip's finder accept this wheel, whatever Python runs this program."""
    if not file.endswith(".whl"):
        return []
    python, abi, platforms = file.removesuffix(".whl").split("-")[-3:]
    if platforms == "any":
        return []
    options = ["--implementation", python[:2], "--python-version", python[2:], "--abi", abi]
    return options + [part for platform in platforms.split(".") for part in ("--platform", platform)]


def find(command, options, connection, package, file):
    finder = command._build_package_finder(
        options, connection, target_python=make_target_python(options), ignore_requires_python=True
    )
    for candidate in finder.find_all_candidates(package):
        if candidate.link.filename == file:
            return candidate.link
    return None


def fail(status, message):
    print(message, file=sys.stderr)
    return status


def main():
    package, file, expected, out = sys.argv[1:]
    command = create_command("download")
    options, _ = command.parse_args([*target_options(file), package])
    with command.main_context():
        connection = command.get_default_session(options)
        link = find(command, options, connection, package, file)
        if link is None:
            return fail(EX_UNAVAILABLE, "the package index that pip is set to use lacks it or is unreachable")
        digest = hashlib.sha256()
        # A server that compresses on the fly would change the bytes that the checksum is about.
        headers = {"Accept-Encoding": "identity"}
        response = connection.get(link.url_without_fragment, headers=headers, stream=True)
        response.raise_for_status()
        with open(out, "wb") as stream:
            for chunk in response.iter_content(CHUNK_BYTES):
                digest.update(chunk)
                stream.write(chunk)
    if digest.hexdigest() != expected:
        return fail(EX_DATAERR, f"sha256 is {digest.hexdigest()}, allowed is {expected}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, PipError) as error:  # what pip's requests raises are OSErrors
        sys.exit(fail(EX_UNAVAILABLE, str(error).splitlines()[0]))

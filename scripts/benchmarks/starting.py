"""How long the program takes until it works."""
import statistics
import subprocess
import time

from project import PROGRAM


def help_milliseconds(runs=20):
    """The median of `footfall --help`, warm."""
    def once():
        start = time.perf_counter()
        subprocess.run([PROGRAM, "--help"], check=True, stdout=subprocess.DEVNULL)
        return 1e3 * (time.perf_counter() - start)

    once()
    return statistics.median(once() for _ in range(runs))

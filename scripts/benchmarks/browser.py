"""When a number on the dashboard changes, as chromium shows it."""
import contextlib
import json
import subprocess
import time
import urllib.request

from failure import Failure

_ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900"]
# What the page Today shows as entries, with the time of each change in milliseconds since 1970 UTC.
_WATCH = """
const shown = document.getElementById("entries");
const read = () => Number(shown.textContent.replace(/\\D/g, ""));
window.changes = [[Date.now(), read()]];
new MutationObserver(() => {
  const number = read();
  if (number !== window.changes.at(-1)[1]) window.changes.push([Date.now(), number]);
}).observe(shown, { childList: true, characterData: true, subtree: true });
"""
_LOG_IN = """
const request = new XMLHttpRequest();
request.open("POST", "/api/v1/session", false);
request.setRequestHeader("Content-Type", "application/json");
request.send(JSON.stringify({ name: arguments[0], password: arguments[1] }));
return request.status;
"""


class Browser:
    """A browser that looks at the page Today of a store."""

    def __init__(self, stack, driver_port, url, name, password):
        driver = subprocess.Popen(
            ["chromedriver", f"--port={driver_port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        stack.callback(driver.wait)
        stack.callback(driver.kill)
        self._root = f"http://127.0.0.1:{driver_port}"
        options = {"goog:chromeOptions": {"args": _ARGUMENTS}}
        made = self._until(lambda: self._ask("/session", {"capabilities": {"alwaysMatch": options}}))
        self._root += f"/session/{made['sessionId']}"
        stack.callback(self._close)
        self._ask("/url", {"url": url + "login"})
        if self._run(_LOG_IN, name, password) != 200:
            raise Failure(70, "the browser can't log in")
        self._ask("/url", {"url": url})
        self._until(lambda: self._run("return /\\d/.test(document.getElementById('entries')?.textContent)") or None)
        self._run(_WATCH)

    def changes(self):
        """Times in seconds since 1970 UTC and the numbers that were shown from then on, the first at the beginning."""
        return [(at / 1000, number) for at, number in self._run("return window.changes")]

    def _run(self, script, *arguments):
        return self._ask("/execute/sync", {"script": script, "args": list(arguments)})

    def _ask(self, path, body, method="POST"):
        request = urllib.request.Request(
            self._root + path, json.dumps(body).encode(), {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def _close(self):
        with contextlib.suppress(OSError):
            self._ask("", {}, "DELETE")

    @staticmethod
    def _until(attempt):
        for _ in range(400):
            with contextlib.suppress(OSError):
                found = attempt()
                if found is not None:
                    return found
            time.sleep(0.05)
        raise Failure(69, "the browser does not answer")


def delays(changes, told):
    """From each entry that the server told of to the next rise of the number on the page, in seconds.

    - changes: what `Browser.changes` returned.
    - told: when the server told of each entry, in seconds since 1970 UTC.
    """
    slack = 0.05  # The server tells all readers, one after the other.
    rises = [
        at for (_, before), (at, number) in zip(changes, changes[1:]) for _ in range(max(0, number - before))]
    found = []
    for at in sorted(time for time in told if time > changes[0][0]):
        while rises and rises[0] < at - slack:
            rises.pop(0)
        if rises:
            found.append(max(0.0, rises.pop(0) - at))
    return found

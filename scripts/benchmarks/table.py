"""Tables in Markdown, and where they go in the documents."""
import math

from failure import Failure

_BEGIN, _END = "<!-- bench:begin -->", "<!-- bench:end -->"


def table(head, rows):
    """The lines of a table; cells are text."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def number(value, digits=3):
    """A number with so many significant digits, without an exponent; a dash for none."""
    if value is None:
        return "–"
    magnitude = math.floor(math.log10(abs(value))) if value else 0
    return f"{value:.{max(0, digits - 1 - magnitude)}f}"


def put(text, path):
    """Replaces what lies between the markers of a document."""
    document = path.read_text(encoding="utf-8")
    if document.count(_BEGIN) != 1 or document.count(_END) != 1:
        raise Failure(65, f"{path}: expected one line {_BEGIN} and one {_END}")
    before, rest = document.split(_BEGIN)
    after = rest.split(_END)[1]
    path.write_text(f"{before}{_BEGIN}\n{text.strip()}\n{_END}{after}", encoding="utf-8")

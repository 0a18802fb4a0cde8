"""How the project's Python programs give up."""


class Failure(Exception):
    """Ends the program with one line on standard error and this exit status."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status

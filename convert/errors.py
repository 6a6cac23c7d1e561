"""What can go wrong, each kind with its exit code and a hint that says what to do."""


class ConvertError(Exception):
    """Base of all errors that a user is meant to read.

    `message` says what was wrong and where; `hint`, if any, what to do about it.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class FindingsError(ConvertError):
    """Findings stand undecided where none may (`check`, `--strict`)."""

    exit_code = 1


class UsageError(ConvertError):
    """The command's words do not fit together."""

    exit_code = 2


class InputError(ConvertError):
    """A source is missing, unreadable, or not what kanben reads."""

    exit_code = 3


class MissingError(ConvertError):
    """A font or an optional dependency is not there."""

    exit_code = 4


class OutputError(ConvertError):
    """An edition cannot be written, or another run holds the place."""

    exit_code = 5


class GuardError(ConvertError):
    """A guard refused to write what it cannot vouch for: a bug of kanben's own."""

    exit_code = 6

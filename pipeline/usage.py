"""What the command line names; where it cannot be followed, an error that says how it would be right."""

from pathlib import Path


class UsageError(Exception):
    """What is wrong with what was asked for; ``advice`` says how it would be right."""

    def __init__(self, message: str, advice: str) -> None:
        """``message`` is for a person, as ``advice`` is."""
        super().__init__(message)
        self.advice = advice


def site_named(written: str) -> Path:
    """The folder of a site.

    Raises:
        UsageError: there is none of that name, or it is a file.
    """
    site = Path(written)
    if not site.exists():
        message = f"there is no folder '{written}'"
        raise UsageError(message, "name the folder that holds the program's pages, as in 'confbook check path/to/site'")
    if not site.is_dir():
        message = f"'{written}' is a file"
        raise UsageError(message, "name the folder that holds it: a program is a folder of pages")
    return site

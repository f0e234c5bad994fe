"""Problems of the program.json published before, from which the next edition's revisions follow (E8xx)."""

from dataclasses import dataclass
from typing import ClassVar

from pipeline.diagnostics import Problem, Severity


@dataclass(frozen=True)
class UnreadableEdition(Problem):
    """The previously published ``program.json`` is there, but broken: cut off, edited by hand, or no JSON at all.

    It holds each session's revision number. Without them all would start at 0 again, and calendars that people subscribed to would
    take the next change for an old one and go on showing the old room.
    """

    reason: str

    code: ClassVar[str] = "E801"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
== output/program.json
{"schema": "confbook/program/1", "sessions": all of them}
                                             ^
"""

    @property
    def message(self) -> str:
        """What is wrong with it."""
        return f"the program.json published before cannot be read: {self.reason}"

    @property
    def help(self) -> str:
        """Restore or start afresh."""
        return (
            "put back the program.json that was published last; or, if nobody has subscribed to the calendar yet, "
            "delete the file: all sessions then count as new"
        )


@dataclass(frozen=True)
class ForeignEdition(Problem):
    """The previously published ``program.json`` is not in the form that this version of confbook reads and writes.

    Either a newer confbook made it, whose facts an older one would drop, or it belongs to another program and would be overwritten.
    """

    schema: str
    known: str

    code: ClassVar[str] = "E802"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
== output/program.json
{"schema": "confbook/program/9"}
"""

    @property
    def message(self) -> str:
        """The form it has, and the one that is read."""
        return f"the program.json published before has the schema '{self.schema}'; this confbook reads '{self.known}'"

    @property
    def help(self) -> str:
        """Update, or move it away."""
        if self.schema.startswith(self.known.rpartition("/")[0] + "/"):
            return "build with the confbook that made it, or a newer one; or choose another output folder"
        return "confbook did not make this file: move it away, or choose another output folder"

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


@dataclass(frozen=True)
class RemovedSession(Problem):
    """A session of the edition before is on no page any longer.

    Whoever subscribed has it in the calendar. So it stays there, marked as cancelled, until the conference is over; other outputs drop
    it. That is right where it was dropped, and wrong where its page was deleted by mistake, or is in a folder that is not read now.
    """

    title: str
    path: str

    code: ClassVar[str] = "E803"
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        """Which session, and what happens to it."""
        return f"no page states '{self.title}' any longer ({self.path} did): calendars show it as cancelled"

    @property
    def help(self) -> str:
        """Accept it, or put the page back."""
        return "if it was dropped, build once with --accept-removals; if not, put the page back"


@dataclass(frozen=True)
class RenamedSession(Problem):
    """A session was published before under another id, and its page does not say so.

    The id comes from the page's file, or from its field ``id``. The session was recognised by what it has in common with the one before,
    or in an earlier edition, and keeps its entry in calendars. The page should say so itself, so that it does not depend on that.
    """

    id: str
    formerly: str
    evidence: tuple[str, ...] = ()

    code: ClassVar[str] = "E804"
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        """The old id, and how it was told."""
        why = f" (the same {', '.join(self.evidence)})" if self.evidence else ""
        return f"the session '{self.id}' was first published as '{self.formerly}'{why}, and its page does not say so"

    @property
    def help(self) -> str:
        """The line to add."""
        new = f"{self.id}-2"
        return (
            f"add this line to its fields: formerly: {self.formerly}\n"
            f"if it is another session, say so with an id that is new: id: {new}, formerly: {new}"
        )


@dataclass(frozen=True)
class ReusedIdentity(Problem):
    """A session has the identity of another one that was published before, or is still.

    Calendars know an entry by its identity alone: they would show the one session's entry as the other's, or one of the two not at all.
    An identity is never used again.
    """

    id: str
    other: str

    code: ClassVar[str] = "E805"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        """The identity and whose it is."""
        return f"the identity '{self.id}' is that of another session, '{self.other}'"

    @property
    def help(self) -> str:
        """A new id, or to say that it is the same."""
        return (
            f"give this page an id of its own, as in: id: {self.id}-2; "
            f"if it is the same session, say so, on this page alone: formerly: {self.id}"
        )


@dataclass(frozen=True)
class UnreachableEdition(Problem):
    """An edition that the command line names cannot be had.

    Building without it would begin all revisions at 0 again, or check against nothing. So nothing is published. That nothing is there yet
    has to be said: a server that is out of order, or an address that is wrong, look the same.
    """

    place: str
    reason: str
    missing: bool = False

    code: ClassVar[str] = "E806"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        """Which one, and why."""
        return f"the edition at {self.place} cannot be read: {self.reason}"

    @property
    def help(self) -> str:
        """Try again, or say that there is none."""
        return (
            "correct the place, or try again later; if nothing has been published yet, build with --first, "
            "and without --live or --rebase-on"
        )


@dataclass(frozen=True)
class PublishedBefore(Problem):
    """The command line says ``--first``, and an edition has been published before.

    All revisions would begin at 0 again, and calendars that people subscribed to would take every later change for an old one. A
    command that always says ``--first`` would do that on the day on which the edition before cannot be had.
    """

    place: str

    code: ClassVar[str] = "E811"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        """Where it is."""
        return f"this is not the first edition: one is at {self.place}"

    @property
    def help(self) -> str:
        """Leave the option out."""
        return "leave --first out; it is for the very first build"


@dataclass(frozen=True)
class MissingAddress(Problem):
    """The edition before is looked for where the conference is published, and no setting says where that is.

    Without the edition before, all revisions would begin at 0 again.
    """

    code: ClassVar[str] = "E812"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        """What is missing."""
        return "--published looks for the edition before at the conference's address, and program.toml does not give it"

    @property
    def help(self) -> str:
        """The line to add."""
        return 'write under [event] where the cards are published, as in: url = "https://example.org/2026/"'


@dataclass(frozen=True)
class _Breach(Problem):
    """Something that calendars which subscribed could not follow."""

    uid: str
    title: str

    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = ""

    @property
    def help(self) -> str:
        """Heal the state."""
        return (
            "the edition that this one follows is lost, older than what is published, or was edited: build with --rebase-on and the "
            "address of the published program.json; if nobody has subscribed yet, build into an empty folder"
        )


@dataclass(frozen=True)
class LostEntry(_Breach):
    """An entry that was published would vanish from the calendar.

    Where people imported it, or a calendar keeps what it has, it would stay at its old time for ever. A session that is off has to be
    cancelled, not left out.
    """

    code: ClassVar[str] = "E807"

    @property
    def message(self) -> str:
        """Which entry."""
        return f"the calendar entry {self.uid} ('{self.title}') was published and would be lost"


@dataclass(frozen=True)
class SunkenRevision(_Breach):
    """An entry would have a lower revision number than the one that was published.

    Calendars would take it for older than what they have, and not show it.
    """

    old: int
    new: int

    code: ClassVar[str] = "E808"

    @property
    def message(self) -> str:
        """Which entry, from what to what."""
        return f"the revision of the calendar entry {self.uid} ('{self.title}') would sink from {self.old} to {self.new}"


@dataclass(frozen=True)
class UnannouncedChange(_Breach):
    """An entry would differ from the one published under the same revision number.

    Calendars may take it for what they have already, and go on showing the old time or room.
    """

    code: ClassVar[str] = "E809"

    @property
    def message(self) -> str:
        """Which entry."""
        return f"the calendar entry {self.uid} ('{self.title}') would change without a new revision"


@dataclass(frozen=True)
class EmptyRevision(_Breach):
    """An entry would have a new revision number, though nothing of it has changed.

    Phones would announce a change that nobody can find; after some of those nobody looks any more.
    """

    old: int
    new: int

    code: ClassVar[str] = "E810"

    @property
    def message(self) -> str:
        """Which entry, from what to what."""
        return (
            f"the revision of the calendar entry {self.uid} ('{self.title}') would rise from {self.old} to {self.new} "
            "though nothing has changed"
        )

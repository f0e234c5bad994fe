"""Two published editions → the changes from the one to the other, whatever lies between."""

from collections.abc import Iterator

from pipeline.compare.changes import Value, changes, seen
from pipeline.compare.previous import Previous
from pipeline.compare.steps import changed_at
from pipeline.model import Change, ChangeKind, Program, Session


def differences(old: Previous, new: Previous) -> tuple[Change, ...]:
    """The changes in the order of the new program, then the sessions that no page states any longer."""
    before = {one.uid: one for one in old.sessions}
    after = {one.uid for one in new.sessions}
    stated = (
        change
        for one in (*new.program.sessions, *new.removed)
        for change in _of(one, before.get(one.uid), old.program, new.program)
    )
    lost = (_change(one, ChangeKind.REMOVED, one.title, None) for one in old.program.sessions if one.uid not in after)
    return (*stated, *lost)


def _of(new: Session, old: Session | None, before: Program, after: Program) -> Iterator[Change]:
    if new.removed:
        if old and not old.removed:
            yield _change(new, ChangeKind.REMOVED, new.title, None)
    elif old is None:
        yield _change(new, ChangeKind.NEW, None, new.title)
    else:
        yield from (_change(new, kind, was, is_) for kind, was, is_ in changes(seen(old, before), seen(new, after)))


def _change(session: Session, kind: ChangeKind, old: Value, new: Value) -> Change:
    return Change(session.uid, kind, session.title, old, new, session.revision, changed_at(session))

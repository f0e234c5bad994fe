"""The conference itself as an entry of calendars: one for all its days, followed from edition to edition as sessions are."""

from dataclasses import replace
from datetime import datetime

from pipeline import addresses
from pipeline.compare.previous import Previous
from pipeline.compare.steps import Step, later
from pipeline.model import Banner, Event


def first_banner(event: Event, time: datetime) -> Banner | None:
    """The entry as it is published first; ``None`` as long as no day is known."""
    if not event.days:
        return None
    return stated(Banner(addresses.banner_uid(event), "", None, None, event.days[0], event.days[0], time, time), event)


def next_banner(step: Step) -> Banner | None:
    """The entry as it follows on the one before: with whatever shows a change, a revision more."""
    old, event = step.before.banner, step.program.event
    if old is None:
        return first_banner(event, step.time)
    new = stated(old, event)
    if new == old and not step.rewriting:
        return old
    return replace(new, revision=old.revision + 1, changed=later(step.time, old.changed))


def stated(banner: Banner, event: Event) -> Banner:
    """The entry with what the conference is now; without days it is postponed, and stays where it was."""
    return replace(
        banner,
        title=event.title,
        # An empty text and none are one in program.json.
        subtitle=event.subtitle or None,
        place=event.place or None,
        first=min(event.days, default=banner.first),
        last=max(event.days, default=banner.last),
        postponed=not event.days,
    )


def later_banner(live: Previous, local: Previous) -> Banner | None:
    """Of two states the live facts, with the later revision and time; it was created when it was created first."""
    if live.banner is None or local.banner is None:
        return live.banner or local.banner
    one, other = live.banner, local.banner
    return replace(
        one,
        revision=max(one.revision, other.revision),
        created=min(one.created, other.created),
        changed=max(one.changed, other.changed),
    )

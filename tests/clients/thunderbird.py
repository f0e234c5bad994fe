"""Thunderbird, headless, with a profile that has one subscription, and what its calendar has in store."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conformance.referees import Reading, Readings

NAME = "Thunderbird"
_START = datetime(1970, 1, 1, tzinfo=UTC)
_ALL_DAY = 8  # CAL_ITEM_FLAG.EVENT_ALLDAY
#: One subscription, looked at every minute; nothing else of the network, as what is no address of this machine goes to a closed port.
_SETTINGS = """\
user_pref("calendar.registry.conference.type", "ics");
user_pref("calendar.registry.conference.uri", "{address}");
user_pref("calendar.registry.conference.name", "Conference");
user_pref("calendar.registry.conference.cache.enabled", true);
user_pref("calendar.registry.conference.readOnly", true);
user_pref("calendar.registry.conference.refreshInterval", "1");
user_pref("calendar.timezone.useSystemTimezone", false);
user_pref("calendar.timezone.local", "America/New_York");
user_pref("app.update.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
"""


def version() -> str:
    """As it says itself."""
    return subprocess.check_output(["thunderbird", "--version"], text=True).strip()


@contextmanager
def subscribed(address: str, folder: Path) -> Iterator["Store"]:
    """What it has in store, while it runs."""
    profile = folder / "profile"
    profile.mkdir()
    (profile / "user.js").write_text(_SETTINGS.format(address=address))
    command = ["thunderbird", "--headless", "--no-remote", "--profile", str(profile)]
    environment = {**os.environ, "HOME": str(folder), "MOZ_CRASHREPORTER_DISABLE": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield Store(profile / "calendar-data")
        finally:
            process.terminate()


class Store:
    """The database of the subscription's entries."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self) -> Readings:
        """The entries as they are stored now; Thunderbird keeps the database locked, so a copy is read."""
        with TemporaryDirectory() as copy:
            for file in self._folder.glob("cache.sqlite*"):
                shutil.copy(file, copy)
            try:
                with sqlite3.connect(f"{copy}/cache.sqlite") as database:
                    return dict(_events(database))
            except sqlite3.Error:  # copied while it was written
                return {}


def _events(database: sqlite3.Connection) -> Iterator[tuple[str, Reading]]:
    properties = {(id_, key): value for id_, key, value in database.execute("SELECT item_id, key, value FROM cal_properties")}
    rows = database.execute("SELECT id, ical_status, flags, event_start, event_end, title FROM cal_events")
    for id_, status, flags, start, end, title in rows.fetchall():
        yield (
            id_,
            Reading(
                int(properties.get((id_, "SEQUENCE"), 0)),
                status,
                _moment(start, flags),
                _moment(end, flags) if end else None,
                title,
                properties.get((id_, "LOCATION")),
                None,
            ),
        )


def _moment(microseconds: int, flags: int) -> date:
    """An instant; a day is stored as its midnight, of no zone."""
    moment = _START + timedelta(microseconds=microseconds)
    return moment.date() if flags & _ALL_DAY else moment

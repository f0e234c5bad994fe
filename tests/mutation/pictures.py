"""Slips of portraits."""

import io
import re
from collections.abc import Iterator

from PIL import Image

from tests.mutation.planting import Mutation, Page, Planting, Slip, added, each_line, mutation

_PHOTO = r"(photo: |src=\")(/images/people/\w+)\.png"


def _picture(width: int, height: int) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height)).save(data, "PNG")
    return data.getvalue()


def _file(data: bytes | None) -> Planting:
    """A portrait's file other than it was, or none; of those that one page alone shows."""

    def plant(page: Page) -> Iterator[Slip]:
        for number, line in enumerate(page.lines, 1):
            if (found := re.search(_PHOTO, line)) and not found[2].endswith(("halfdanardottir", "albuquerque")):
                yield Slip(page.path, number, (line,), files={f"static{found[2]}.png": data})

    return plant


def _of_another(found: re.Match[str]) -> str:
    return f"{found[1]}/images/people/{'gu' if found[2].endswith('ryu') else 'ryu'}.png"


MUTATIONS: tuple[Mutation, ...] = (
    mutation("photo's name misspelt", each_line(_PHOTO, r"\1\2e.png"), "missing-photo"),
    mutation("photo's ending misspelt", each_line(_PHOTO, r"\1\2.jpg"), "missing-photo"),
    mutation("photo's name with a capital", each_line(_PHOTO, r"\1\2.PNG"), "missing-photo"),
    mutation("photo's file forgotten", _file(None), "missing-photo"),
    mutation("photo that is none", _file(b"to be sent"), "unreadable-photo"),
    mutation("photo damaged", _file(_picture(400, 500)[:300]), "unreadable-photo"),
    mutation("photo too small", _file(_picture(60, 80)), "small-photo"),
    mutation("photo of a group", _file(_picture(900, 300)), "elongated-photo"),
    mutation("photo from the camera", _file(_picture(4200, 4300)), "huge-photo"),
    mutation("photo on another site", each_line(_PHOTO, r"\1https://example.org\2.png"), "remote-photo"),
    mutation("photo outside the site", each_line(_PHOTO, r"\1../../..\2.png"), "outside-photo"),
    mutation("photo of another speaker", each_line(_PHOTO, _of_another), "photo-of-two-people"),
    mutation(
        "photo inside the biography",
        added(r"<b>(CV|Self Introduction):", '<img src="/images/people/curlew.png"/>'),
        "misplaced-picture",
    ),
    mutation("photo inside the abstract", added(r"<b>Abstract:", '<img src="/images/people/curlew.png"/>'), "misplaced-picture"),
    mutation("timetable as a picture", added(r"^_{8,}$", "", '<img src="/images/logo.png"/>', at=2), "unread-picture"),
)

"""The words of the interface: English as the templates have it, other languages from ``templates/cards/<locale>.po``."""

import io
from gettext import GNUTranslations, NullTranslations

from pipeline.resources import templates


def phrases(language: str) -> NullTranslations:
    """The catalog for a BCP 47 tag; where there is none, the English of the templates itself."""
    file = templates("cards") / f"{language.replace('-', '_')}.po"
    if not file.is_file():
        return NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415  # an English program never needs it
    from babel.messages.pofile import read_po  # noqa: PLC0415  # as above

    compiled = io.BytesIO()
    with file.open("rb") as text:
        write_mo(compiled, read_po(text))
    return GNUTranslations(io.BytesIO(compiled.getvalue()))

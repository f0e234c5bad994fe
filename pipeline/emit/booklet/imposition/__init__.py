"""``booklet.pdf`` → the files to print it from: ``booklet-print.pdf``, to print, fold and staple, and ``booklet-press.pdf`` for a print shop.

``order`` says which pages meet on a sheet, ``paper`` which sheet holds two of them, ``marks`` show where to fold and cut. ``saddle`` and
``trimmed`` put the pages onto paper; nothing is typeset anew.
"""

from pipeline.diagnostics.output import SmallSheet
from pipeline.emit import Emission
from pipeline.emit.booklet.imposition.saddle import imposed, paper_of
from pipeline.emit.booklet.imposition.trimmed import with_bleed
from pipeline.model import Artifact, Printing

PRINT, PRESS = "booklet-print.pdf", "booklet-press.pdf"


def for_printing(booklet: bytes, printing: Printing, *, back_cover: bool) -> Emission:
    """The files to print a booklet from. Reports small-sheet, for paper on which its pages would not lie."""
    files = [Artifact(PRINT, imposed(booklet, printing, back_cover=back_cover))]
    if printing.bleed is not None:
        files.append(Artifact(PRESS, with_bleed(booklet, printing.bleed)))
    used = paper_of(booklet, printing).name
    wanted = printing.sheet
    return Emission(tuple(files), (SmallSheet(wanted.span, wanted.value, used),) if wanted and wanted.value != used else ())

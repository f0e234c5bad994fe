"""``booklet.pdf`` → the files to print it from: ``booklet-print.pdf``, to print, fold and staple, and ``booklet-press.pdf`` for a print shop.

``order`` says which pages meet on a sheet, ``paper`` which sheet holds two of them, ``marks`` show where to fold and cut. ``saddle`` and
``trimmed`` put the pages onto paper; nothing is typeset anew.
"""

from pipeline.diagnostics.output import SmallSheet
from pipeline.emit import Emission
from pipeline.emit.booklet.imposition.saddle import imposed, paper_of
from pipeline.emit.booklet.imposition.trimmed import with_bleed
from pipeline.model import Artifact, Printing


def for_printing(booklet: Artifact, printing: Printing, *, back_cover: bool) -> Emission:
    """The files to print a booklet from, named after it. Reports small-sheet, for paper on which its pages would not lie."""
    name = booklet.path.removesuffix(".pdf")
    files = [Artifact(f"{name}-print.pdf", imposed(booklet.data, printing, back_cover=back_cover))]
    if printing.bleed is not None:
        files.append(Artifact(f"{name}-press.pdf", with_bleed(booklet.data, printing.bleed)))
    used = paper_of(booklet.data, printing).name
    wanted = printing.sheet
    return Emission(tuple(files), (SmallSheet(wanted.span, wanted.value, used),) if wanted and wanted.value != used else ())

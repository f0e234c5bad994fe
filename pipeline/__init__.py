"""confbook compiles a conference program.

In: a folder of pages with front matter, as organisers keep them. Out: HTML cards, an ICS calendar, a PDF booklet and the same facts
as ``program.json``. The stages are the folders: ``extract`` (which text states which fact), ``normalize`` (exact facts), ``check``
(problems between sessions), ``compare`` (what changed), ``emit`` (each format), ``publish`` (all or nothing). ``build.py`` runs them
one after another: read it first.
"""

__version__ = "0.1.0"

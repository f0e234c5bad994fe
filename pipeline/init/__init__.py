"""`init`: a folder of pages as it is found → its ``program.toml`` and a workflow for its CI, with as few questions as can be.

What is there is looked at first (``survey.py``: pages and generator), the time zone is guessed by written rules (``zone.py``) and asked
for, the rest is what the pages come to (``texts.py`` writes it down). No file that is there is touched.
"""

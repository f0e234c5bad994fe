"""Pages that hold a whole timetable: grids, tables of rows, lines of hours; each session in them becomes a draft of its own.

``grids``, ``rows`` and ``hours`` are readers of markup as the dialects beside this folder; ``entry`` reads the words of one entry; ``divide``
says whether a page is a timetable, and which items are whose.
"""

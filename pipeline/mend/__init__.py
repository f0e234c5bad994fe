"""pages with slips → pages without: what ``check --fix`` and ``tidy`` change in the author's files.

``fix`` mends what is certain, by edits of a word or a space; ``tidy`` rewrites a page as the clean form. Both hold themselves to the
reading of the pages: an edit of style, or a rewritten page, is only taken where the page states the same with it.
"""

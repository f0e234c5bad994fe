"""The words of times: one module of plain tables for each language, and what is common to all.

To add a language: a module with a ``LANGUAGE`` in it, and its name in ``vocabulary.LANGUAGES``.
"""

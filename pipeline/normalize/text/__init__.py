"""Abstracts, biographies and pages of words → safe rich text."""

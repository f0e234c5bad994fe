"""Texts in several languages: which language each is in, which are the same text, titles that carry two."""

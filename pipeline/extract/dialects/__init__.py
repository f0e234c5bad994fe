"""The ways in which organisers write a session's facts into a page's body: a reader for each, listed in ``extract/body.py``."""

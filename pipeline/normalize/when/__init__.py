"""Statements of days and hours → exact times, by written rules, with the conference's calendar and what stands around them."""

"""A page's fields → statements: the clean form, flat parameters, fields in several languages."""

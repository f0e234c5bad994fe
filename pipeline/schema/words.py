"""The words in which schemas are written: JSON Schema, draft 2020-12 (https://json-schema.org/draft/2020-12)."""

from typing import Any

DRAFT = "https://json-schema.org/draft/2020-12/schema"

#: A schema: a JSON object of JSON values.
Schema = dict[str, Any]


def document(name: str, title: str, description: str, schema: Schema) -> Schema:
    """A schema that stands alone, under a name that is no web address: nothing is fetched."""
    return {"$schema": DRAFT, "$id": f"urn:confbook:schema:{name}", "title": title, "description": description, **schema}


def closed(properties: dict[str, Schema], required: list[str] | None = None) -> Schema:
    """An object with these properties and no others; without ``required`` all must be there."""
    needed = list(properties) if required is None else required
    return {"type": "object", "properties": properties, **({"required": needed} if needed else {}), "additionalProperties": False}


def many(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


def one_or_many(items: Schema) -> Schema:
    """A value, or a list of such values."""
    return {"anyOf": [items, many(items)]}

"""The files that are made from the code are what the code makes."""

from tests.generated.generate import ROOT, files


def test_schemas_and_the_pages_of_problems_are_fresh():
    made = files()
    kept = {
        f"{folder}/{path.name}": path.read_text(encoding="utf-8")
        for folder in ("schemas", "docs/problems")
        for path in (ROOT / folder).iterdir()
    }

    assert sorted(kept) == sorted(made)
    stale = [path for path in made if kept[path] != made[path]]
    assert stale == [], "write them anew: .venv/bin/python -m tests.generated.generate"

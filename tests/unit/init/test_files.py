"""What `init` looks at."""

from pathlib import Path

from pipeline.init.files import first_readable


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path):
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "secret").write_text("title = 'Elsewhere'\n")
    (site / "hugo.toml").symlink_to(tmp_path / "secret")
    assert first_readable(site, ("hugo.toml",)) is None
    (site / "own.toml").write_text("title = 'Here'\n")
    (site / "config.toml").symlink_to(site / "own.toml")
    found = first_readable(site, ("hugo.toml", "config.toml"))
    assert found
    assert (found.path, found.text) == ("config.toml", "title = 'Here'\n")

"""The folder of a site: what is ours is kept up to date, all else is left alone."""

from __future__ import annotations

import json

import pytest

from tracker.publish.folder import MANIFEST, Folder, PublishError

PAGES = {"index.html": b"<p>one", "kk/index.html": b"<p>two"}


def published(path, pages=PAGES, inputs="same"):
    """The folder after a publish of these pages."""
    folder = Folder(path)
    folder.begin(list(pages))
    for name, content in pages.items():
        if not folder.has(name, inputs):
            folder.put(name, inputs, content)
    folder.finish(inputs)
    return folder.outcome


def test_a_new_folder_is_made_and_filled(tmp_path):
    outcome = published(tmp_path / "a" / "site")

    assert (outcome.written, outcome.unchanged, outcome.removed) == (2, 0, 0)
    assert (tmp_path / "a/site/kk/index.html").read_bytes() == b"<p>two"


def test_a_second_publish_writes_nothing(tmp_path):
    published(tmp_path / "site")
    outcome = published(tmp_path / "site")

    assert (outcome.written, outcome.unchanged) == (0, 2)
    assert Folder(tmp_path / "site").is_whole("same")


def test_other_inputs_with_the_same_bytes_write_nothing(tmp_path):
    published(tmp_path / "site")

    assert published(tmp_path / "site", inputs="other").written == 0


def test_a_page_that_somebody_altered_is_written_again(tmp_path):
    published(tmp_path / "site")
    (tmp_path / "site/index.html").write_text("mine")

    assert Folder(tmp_path / "site").altered() == ["index.html"]
    assert published(tmp_path / "site").written == 1
    assert Folder(tmp_path / "site").altered() == []


def test_a_page_no_longer_wanted_is_removed_with_its_empty_folder(tmp_path):
    published(tmp_path / "site")
    (tmp_path / "site/mine.txt").write_text("mine")

    assert published(tmp_path / "site", {"index.html": b"<p>one"}).removed == 1
    assert sorted(each.name for each in (tmp_path / "site").iterdir()) == [
        "index.html",
        "mine.txt",
        MANIFEST,
    ]


def test_an_altered_page_no_longer_wanted_is_left(tmp_path):
    published(tmp_path / "site")
    (tmp_path / "site/kk/index.html").write_text("mine")

    assert published(tmp_path / "site", {"index.html": b"<p>one"}).removed == 0
    assert (tmp_path / "site/kk/index.html").read_text() == "mine"


def test_a_folder_with_files_of_others_is_refused(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")

    with pytest.raises(PublishError, match="did not publish"):
        Folder(tmp_path)


def test_a_file_of_others_in_the_way_is_refused_before_anything_is_written(tmp_path):
    published(tmp_path, {"index.html": b"old"})
    (tmp_path / "changes.html").write_text("mine")

    with pytest.raises(PublishError, match="not of an earlier publish"):
        published(tmp_path, {"index.html": b"new", "changes.html": b"new"})
    assert (tmp_path / "index.html").read_bytes() == b"old"
    assert (tmp_path / "changes.html").read_text() == "mine"


@pytest.mark.parametrize("link", ["index.html", "kk", MANIFEST])
def test_a_link_is_not_followed(tmp_path, link):
    outside = tmp_path / "outside"
    outside.mkdir()
    victim = outside / "index.html"
    victim.write_text("mine")
    site = tmp_path / "site"
    published(site, {"ru/index.html": b"<p>"})
    (site / link).unlink(missing_ok=True)
    manifest = outside / MANIFEST
    manifest.write_text('{"schema": 1, "site": "", "files": {}}')
    (site / link).symlink_to({"kk": outside, MANIFEST: manifest}.get(link, victim))

    with pytest.raises(PublishError, match="link"):
        published(site)
    assert victim.read_text() == "mine"
    assert json.loads(manifest.read_text())["files"] == {}


@pytest.mark.parametrize("path", ["../victim.txt", "/etc/hosts", "a/../../b.txt", ".x"])
def test_a_list_that_leads_out_of_the_folder_is_refused(tmp_path, path):
    files = {path: ["", ""]}
    text = json.dumps({"schema": 1, "site": "", "files": files})
    (tmp_path / MANIFEST).write_text(text)

    with pytest.raises(PublishError, match="not what tracker wrote"):
        Folder(tmp_path)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"schema": 2, "site": "", "files": {}}', "[" * 9999]
)
def test_a_list_that_cannot_be_read_is_refused(tmp_path, text):
    (tmp_path / MANIFEST).write_text(text)

    with pytest.raises(PublishError, match="not what tracker wrote"):
        Folder(tmp_path)


def test_what_an_interrupted_publish_left_is_ours(tmp_path):
    folder = Folder(tmp_path)
    folder.begin(list(PAGES))
    folder.put("index.html", "same", b"<p>half")

    assert published(tmp_path).written == 2
    assert (tmp_path / "index.html").read_bytes() == b"<p>one"

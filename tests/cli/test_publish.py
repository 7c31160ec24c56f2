"""tracker publish, and verify --report: the same data, the same bytes."""

from __future__ import annotations

import csv
import json

END_OF_2024 = ("--as-of", "2024-12-31")


def content(folder):
    """Every file of a site but the list of them."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name != "publish.json"
    }


def test_every_target_has_a_page_in_each_language(tracker, tmp_path):
    site = tmp_path / "site"
    result = tracker("publish", site, *END_OF_2024)

    assert result.stdout.startswith(f"{site}: 17 targets; ")
    for lang in (".", "kk", "ru"):
        assert len(list((site / lang / "targets").iterdir())) == 17


def test_the_figures_lie_beside_the_pages(tracker, tmp_path):
    tracker("publish", tmp_path / "site", *END_OF_2024)
    data = tmp_path / "site/data"

    (schools,) = (
        each
        for each in json.loads((data / "status.json").read_text())["targets"]
        if each["key"] == "comfortable-schools"
    )
    assert schools["actual"]["value"] == 105
    assert schools == json.loads(
        (data / "targets/comfortable-schools.json").read_text()
    )
    written = data / "targets/comfortable-schools.csv"
    rows = list(csv.DictReader(written.read_text().splitlines()))
    assert [(each["on"], each["value"]) for each in rows] == [("2024-12-31", "105")]


def test_a_second_publish_leaves_every_file(tracker, tmp_path):
    first = tracker("publish", tmp_path / "site", *END_OF_2024).stdout
    second = tracker("publish", tmp_path / "site", *END_OF_2024).stdout

    assert ", 0 as they were" in first
    assert "; 0 files written" in second


def test_the_same_data_gives_the_same_bytes_however_many_make_it(tracker, tmp_path):
    for name, jobs in (("one", 1), ("two", 2)):
        tracker("publish", tmp_path / name, *END_OF_2024, "--jobs", jobs)

    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_one_new_figure_leaves_the_pages_of_other_targets(tracker, tmp_path):
    tracker("publish", tmp_path / "site", *END_OF_2024)
    before = content(tmp_path / "site")
    tracker("record", "camp-vouchers", "1300", "--on", "2024-07-01")
    tracker("publish", tmp_path / "site", *END_OF_2024)

    after = content(tmp_path / "site")
    changed = {name for name, its in after.items() if before.get(name) != its}
    assert "targets/camp-vouchers.html" in changed
    assert not {name for name in changed if "school" in name}


def test_an_earlier_report_is_made_again_as_it_was_known(tracker, tmp_path):
    tracker("publish", tmp_path / "then", *END_OF_2024)
    head = json.loads((tmp_path / "then/data/status.json").read_text())["head"]
    written = (tmp_path / "then/data/head.txt").read_text().split()[4]
    tracker("record", "camp-vouchers", "1300", "--on", "2024-07-01")
    tracker("publish", tmp_path / "again", *END_OF_2024, "--known-at", written)

    again = json.loads((tmp_path / "again/data/status.json").read_text())
    then = json.loads((tmp_path / "then/data/status.json").read_text())
    assert again["targets"] == then["targets"]
    assert again["head"] == head
    assert "as known at" in (tmp_path / "again/index.html").read_text()


def test_the_first_language_is_the_one_asked_for(tracker, tmp_path):
    tracker("publish", tmp_path / "site", *END_OF_2024, "--lang", "kk")

    assert '<html lang="kk">' in (tmp_path / "site/index.html").read_text()
    assert '<html lang="en">' in (tmp_path / "site/en/index.html").read_text()


def test_a_comparison_with_a_later_day_is_refused(tracker, tmp_path):
    result = tracker(
        "publish", tmp_path / "site", *END_OF_2024, "--since", "2025-01-01"
    )

    assert result.exit_code == 2
    assert "--since 2025-01-01 is not before --as-of 2024-12-31" in result.stderr
    assert not (tmp_path / "site").exists()


def test_a_report_tells_whether_the_database_still_holds_its_history(tracker, tmp_path):
    tracker("publish", tmp_path / "site", *END_OF_2024)
    tracker("record", "camp-vouchers", "1300", "--on", "2024-07-01")
    result = tracker("verify", "--report", tmp_path / "site")

    assert result.exit_code == 0
    assert "0 statements and 1 actual came in since" in result.stdout


def test_a_report_tells_that_the_database_is_another_one(tracker, tmp_path, example):
    tracker("record", "camp-vouchers", "1300", "--on", "2024-07-01")
    tracker("publish", tmp_path / "site", *END_OF_2024)
    (example / "tracker.db").unlink()
    tracker("init", "--seeds")
    result = tracker("verify", "--report", tmp_path / "site")

    assert result.exit_code == 1
    assert "camp-vouchers had" in result.stdout


def test_a_report_tells_which_of_its_pages_were_altered(tracker, tmp_path):
    tracker("publish", tmp_path / "site", *END_OF_2024)
    (tmp_path / "site/index.html").write_text("all is well")
    result = tracker("verify", "--report", tmp_path / "site")

    assert result.exit_code == 1
    assert "index.html is not as it was published" in result.stdout


def test_a_folder_or_a_file_must_be_named(tracker):
    result = tracker("publish", *END_OF_2024)

    assert result.exit_code == 2
    assert "name a FOLDER for the pages, or a file with --pdf" in result.stderr


def test_a_file_alone_makes_no_folder(tracker, tmp_path, example):
    before = set(example.iterdir())
    result = tracker("publish", "--pdf", tmp_path / "pack.pdf", *END_OF_2024)

    assert result.stdout.startswith(f"{tmp_path / 'pack.pdf'}: 17 targets; head ")
    assert set(example.iterdir()) == before


def test_a_file_never_takes_the_place_of_the_database(tracker, example):
    before = (example / "tracker.db").read_bytes()
    result = tracker("publish", "--pdf", "tracker.db", *END_OF_2024)

    assert result.exit_code == 4
    assert result.stderr == (
        "Error: tracker.db is tracker's own file; name another one with --pdf\n"
    )
    assert (example / "tracker.db").read_bytes() == before


def test_a_file_that_cannot_be_written_stops_before_the_folder(tracker, tmp_path):
    nowhere = tmp_path / "no/pack.pdf"
    result = tracker("publish", tmp_path / "site", "--pdf", nowhere, *END_OF_2024)

    assert result.exit_code == 4
    assert result.stderr == (
        f"Error: {nowhere} cannot be written (No such file or directory); check the "
        "folder, or name another file with --pdf\n"
    )
    assert not (tmp_path / "site").exists()


def test_a_folder_that_is_whole_stays_so_beside_a_file(tracker, tmp_path):
    tracker("publish", tmp_path / "site", *END_OF_2024)
    pdf = ("--pdf", tmp_path / "pack.pdf")
    result = tracker("publish", tmp_path / "site", *pdf, *END_OF_2024)

    assert "; 0 files written" in result.stdout
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF-")

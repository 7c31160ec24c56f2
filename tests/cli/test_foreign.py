"""tracker import --from and export --to: formats of others, out and in again."""

from __future__ import annotations

import json

import pytest

from tracker.exchange.course import LOST

ORG = ("--organisation", "KZ-GOV-1 Bureau of Statistics")


def exported(tracker, example, form):
    """Where the example lies in a format of others."""
    path = example / "theirs"
    result = tracker(
        "export", "--to", form, *(ORG if form == "iati" else ()), "-o", path
    )
    assert result.exit_code == 0, result.output
    assert result.stderr == f"{form} has no place for {LOST[form]}\n"
    return path


def status(tracker, *options):
    result = tracker(*options, "status", "--no-forecast", "--format", "json")
    assert result.exit_code == 0, result.output
    return {each["key"]: each for each in json.loads(result.stdout)["targets"]}


@pytest.mark.parametrize(
    ("form", "read_as"),
    [
        ("iati", "iati"),
        ("barometre", "barometre"),
        ("pilote", "barometre"),
        ("open-sdg", "open-sdg"),
    ],
)
def test_the_example_goes_out_and_comes_in_again(tracker, example, form, read_as):
    theirs = exported(tracker, example, form)

    drafted = tracker("import", "--from", read_as, theirs, "--out", "new")
    assert drafted.exit_code == 0, drafted.output
    assert drafted.stderr == ""
    assert drafted.stdout.startswith("drafted 12 targets, ")
    new = ("--targets", "new/targets.toml")
    for command in (("init",), ("import", "new/actuals.csv")):
        result = tracker(*new, *command)
        assert result.exit_code == 0, result.output

    before, after = status(tracker), status(tracker, *new)
    places = before["comfortable-school-places"], after["comfortable-school-places"]
    for each in places:
        assert each["goal"]["value"] == 460400
        assert each["actual"]["value"] == 217300


def pilote(tracker, *options):
    """The rows of one target of the example, without their key and zone."""
    result = tracker("export", "--to", "pilote", "comfortable-schools", *options)
    assert result.exit_code == 0, result.output
    return [line.split(";")[2:] for line in result.stdout.splitlines()[1:]]


def test_an_export_is_of_the_day_asked_for(tracker):
    """369 schools until 2 September 2024, 217 from then on; 105 at the end of it."""
    before = pilote(tracker, "--as-of", "2024-09-01")
    after = pilote(tracker, "--as-of", "2024-12-31")

    assert ["2025-12-31", "vc", "369"] in before
    assert not [row for row in before if row[1] == "va"]
    assert ["2025-12-31", "vc", "217"] in after
    assert ["2024-12-31", "va", "105"] in after


def test_an_export_is_as_known_at_the_moment_asked_for(tracker):
    earlier = pilote(tracker, "--known-at", "2020-01-01T00:00:00Z")

    assert earlier == []


@pytest.mark.parametrize(
    "idle", [("--as-of", "2024-12-31"), ("--known-at", "2024-12-31"), ORG]
)
def test_options_of_a_format_need_one(tracker, idle):
    result = tracker("export", *idle)

    assert result.exit_code == 2
    assert f"{idle[0]} goes with --to FORMAT only" in result.stderr


def test_promises_are_drafted_and_never_recorded(tracker, example):
    theirs = exported(tracker, example, "pilote")
    before = (example / "tracker.db").read_bytes()

    tracker("import", "--from", "barometre", theirs, "--out", "new")

    assert (example / "tracker.db").read_bytes() == before
    text = (example / "new/targets.toml").read_text(encoding="utf-8")
    assert text.startswith("# Drafted by `tracker import` from theirs.\n#\n# Look at")


def open_sdg(example, data, config=None):
    folder = example / "theirs"
    (folder / "data").mkdir(parents=True)
    (folder / "indicator-config").mkdir()
    (folder / "data/indicator_1-2-1.csv").write_text(data, encoding="utf-8")
    if config:
        file = folder / "indicator-config/1-2-1.yml"
        file.write_text(config, encoding="utf-8")
    return folder


PROMISE = "progress_calculation_options:\n- {direction: negative, target: 20}\n"


def test_what_is_not_taken_is_told_and_the_rest_is(tracker, example):
    data = "Year,Value\n2015,40\n2016,many\n2099,50\n"
    folder = open_sdg(example, data, PROMISE)

    result = tracker("import", "--from", "open-sdg", folder, "--out", "new")

    assert result.exit_code == 0
    assert result.stderr == (
        "data/indicator_1-2-1.csv:3: 'many' is not a number; write it as 98 or 12.5\n"
        "1-2-1: 2099-12-31 is a day to come; left out\n"
    )
    assert result.stdout.startswith(
        "drafted 1 target, 1 actual of them and 0 of no target in new; 2 remarks\n"
    )


def test_a_target_that_contradicts_itself_is_left_out(tracker, example):
    rows = (
        "identifiant_indic;zone_id;date_valeur;type_valeur;valeur\n"
        "jobs;NAT;2023-12-31;vi;0\njobs;NAT;2024-06-30;vc;150\n"
        "jobs;NAT;2024-12-31;vc;100\njobs;NAT;2024-03-31;va;20\n"
    )
    (example / "rows.csv").write_text(rows, encoding="utf-8")

    result = tracker("import", "--from", "barometre", "rows.csv", "--out", "new")

    assert result.stderr.startswith("jobs: left out: checkpoint 1: 150 is beyond the")
    assert result.stdout.startswith(
        "drafted 0 targets, 0 actuals of them and 1 of no target in new; 1 remark\n"
    )


def test_figures_without_a_target_are_kept_for_one(tracker, example):
    folder = open_sdg(example, "Year,Value\n2015,40\n")

    result = tracker("import", "--from", "open-sdg", folder, "--out", "new")

    assert result.stdout == (
        "drafted 0 targets, 0 actuals of them and 1 of no target in new; 0 remarks\n"
        "nothing there states a target; write what was promised into "
        "new/targets.toml, under keys of new/other-actuals.csv, and import that with "
        "--skip-unknown\n"
    )
    rows = (example / "new/other-actuals.csv").read_text(encoding="utf-8")
    assert rows.splitlines()[1].startswith("1-2-1,2015-12-31,40,total,documented,")


def test_a_repository_of_which_nothing_can_be_read_is_refused(tracker, example):
    folder = open_sdg(example, "Year;Value\n2015;40\n")

    result = tracker("import", "--from", "open-sdg", folder, "--out", "new")

    assert result.exit_code == 3
    assert result.stderr == (
        "Error: data/indicator_1-2-1.csv:1: is no data of Open SDG; separate the "
        "columns by commas\n"
    )
    assert not (example / "new").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ("import --from iati x.xml", 2, "--from drafts files to look at; give a new"),
        ("import --out new x.csv", 2, "write --from FORMAT FILE --out FOLDER and no"),
        ("import --from iati x.xml --out .", 3, "targets.toml is there already; name"),
        ("import --from iati seeds --out new", 3, "seeds is not a file, which iati is"),
        ("import --from open-sdg nowhere --out new", 3, "nowhere is not a folder, whi"),
        ("import --from open-sdg seeds --out new", 3, "Open SDG: has no data/*.csv; n"),
        ("import --from iati nowhere --out new", 4, "No such file or directory nowher"),
        ("import --from iati targets.toml --out new", 3, "targets.toml:1: is not XML "),
        ("export --to iati", 2, 'iati names who publishes; give --organisation "IDENT'),
        ("export --to pilote --organisation X", 2, "--organisation is of iati only"),
        ("export --organisation X", 2, "--organisation goes with --to FORMAT only"),
        ("export --to pilote --head", 2, "--to FORMAT stands without --head and --all"),
        ("export --to open-sdg", 2, "open-sdg is a folder; name it with -o"),
        ("export --to pilote -o targets.toml", 4, "targets.toml is tracker's own file"),
        ("export --to pilote -o seeds", 4, "seeds cannot be written (Is a directory)"),
        ("export --to open-sdg -o targets.toml", 4, "targets.toml cannot be written ("),
        ("export --to pilote nosuch", 3, "no target 'nosuch'; "),
    ],
)
def test_a_mistake_is_one_sentence(tracker, arguments, code, told):
    result = tracker(*arguments.split())

    assert result.exit_code == code
    assert told in result.stderr
    assert result.stdout == ""


def test_what_was_drafted_before_is_never_overwritten(tracker, example):
    theirs = exported(tracker, example, "pilote")
    drafting = ("import", "--from", "barometre", theirs, "--out", "new")
    tracker(*drafting)

    again = tracker(*drafting)

    assert again.exit_code == 3
    assert again.stderr == (
        "Error: new/targets.toml is there already; name a new folder with --out\n"
    )


def test_what_each_format_loses_stands_in_the_manual(request):
    manual = request.config.rootpath / "docs/exchange.md"
    text = " ".join(manual.read_text(encoding="utf-8").split())

    for form, lost in LOST.items():
        assert f"| `{form}` | {lost} |" in text

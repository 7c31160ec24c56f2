"""A published site, and a browser to look at it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import sync_playwright

from tests.publish import browser as chromium
from tracker.cli import root

# Each would set `window.PWN` if it were run, and end whatever it stands in.
PWN = "window.PWN=1"
TITLE = f"</title><script>{PWN}</script>\"'><img src=x onerror={PWN}>{{{{7*7}}}}"
HOSTILE = f"""\
[targets.hostile]
title = '''{TITLE}'''
unit = "</script><b onclick={PWN}>schools"
measure = "cumulative"
baseline = {{ value = 0, on = 2024-01-01 }}
checkpoints = [{{ value = 10, by = 2024-03-01 }}]
goal = {{ value = 100, by = 2024-12-31 }}
programme = "a\\" onmouseover={PWN} x=\\""
owner = "' autofocus onfocus={PWN} '{{{{7*7}}}}"
source = {{ title = "</style><i>{{{{7*7}}}}", published = 2024-01-01 }}
note = "<iframe src=//evil.example>{{{{7*7}}}}{{% raw %}}"

[[targets.hostile.revisions]]
stated = 2024-12-02
goal = {{ value = 90, by = 2024-12-31 }}
reason = "--><svg onload={PWN}>"
source = {{ title = "x", url = "https://a.example/\\"onmouseover=\\"{PWN}" }}
"""
TOLD = {
    "--source": f"<img src=x onerror={PWN}>{{{{7*7}}}}",
    "--url": f"javascript:{PWN}",
    "--item": f"<svg><script>{PWN}</script></svg>{{{{7*7}}}}",
    "--note": f"]]><math href=javascript:{PWN}>{{{{7*7}}}}",
    "--author": "<style>@import'//evil.example'</style>{{7*7}}",
}


def ran(*arguments):
    result = CliRunner().invoke(root, list(map(str, arguments)), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="session")
def site(example_template, tmp_path_factory):
    """The real case at the end of 2024, as it is published."""
    folder = tmp_path_factory.mktemp("published") / "site"
    database = example_template / "targets.toml"
    ran("--targets", database, "publish", folder, "--as-of", "2024-12-31")
    return folder


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory):
    """A target whose every text would be markup if it could."""
    home = tmp_path_factory.mktemp("hostile")
    (home / "targets.toml").write_text(HOSTILE)
    there = ("--targets", home / "targets.toml")
    ran(*there, "init")
    told = [text for pair in TOLD.items() for text in pair]
    ran(*there, "record", "hostile", 50, "--on", "2024-06-30", *told)
    ran(*there, "correct", "hostile#1", 51, "--reason", TOLD["--source"])
    source = ("--source", TOLD["--source"])
    ran(*there, "record", "hostile", 60, "--on", "2024-12-30", *source)
    ran(*there, "publish", home / "site", "--as-of", "2024-12-31")
    return home / "site"


@pytest.fixture(scope="session")
def chrome():
    """One browser for all tests."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium.path(), args=list(chromium.FLAGS)
        )
        yield launched
        launched.close()


class Visit:
    """A page that was opened, with all that it asked for and complained of."""

    def __init__(self, page, file: Path):
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda each: self.requests.append(each.url))
        page.on("console", lambda each: self.complaints.append(each.text))
        page.on("dialog", lambda each: self.complaints.append(each.message))
        page.goto(file.as_uri())


@pytest.fixture
def visit(chrome):
    """Opens a file; width and colour scheme as asked for."""
    contexts = []

    def opened(file, width=1280, scheme="light", **how):
        size = {"width": width, "height": 900}
        context = chrome.new_context(viewport=size, color_scheme=scheme, **how)
        contexts.append(context)
        return Visit(context.new_page(), file)

    yield opened
    for context in contexts:
        context.close()

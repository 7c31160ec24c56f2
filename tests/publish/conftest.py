"""A published site, and a browser to look at it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import sync_playwright

from tests.publish import browser as chromium
from tracker.cli import root

HOSTILE = """\
[targets.hostile]
title = '''<script>alert(1)</script>"'><img src=x onerror=alert(2)>{{7*7}}'''
unit = "</script><b>schools"
measure = "cumulative"
baseline = { value = 0, on = 2024-01-01 }
goal = { value = 100, by = 2024-12-31 }
programme = "a\\" onmouseover=alert(3) x=\\""
source = { title = "</style><i>", published = 2024-01-01 }
note = "<iframe src=//evil.example>"
"""


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
    source = "<img src=x onerror=alert(5)>"
    ran(*there, "record", "hostile", 50, "--on", "2024-06-30", "--source", source)
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

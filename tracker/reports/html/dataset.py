"""What search engines and catalogues of data read in a page: schema.org's Dataset."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.progress.status import Status
from tracker.reports.findings import finding
from tracker.reports.html.frame import Here, web_address
from tracker.reports.numbers import plain_spaces
from tracker.reports.report import summary
from tracker.reports.words import text_in, title_of, word

Object = dict[str, object]
_FORMS = {"json": "application/json", "csv": "text/csv"}


def dataset_of_all(statuses: tuple[Status, ...], here: Here) -> Object:
    """All targets of a report. Source: schema.org, Dataset and DataDownload."""
    days = [each.on for status in statuses for each in status.points]
    since = min(days, default=here.site.as_of).isoformat()
    return _dataset(here, here.of_report, summary(statuses, here.lang)) | {
        "temporalCoverage": f"{since}/{here.site.as_of.isoformat()}",
        "variableMeasured": [word("share", here.lang), word("rating", here.lang)],
        "distribution": _files(
            here, ("data/status.json", "data/status.csv", "data/actuals.csv")
        ),
    }


def dataset_of_one(status: Status, here: Here) -> Object:
    """One target."""
    lang, target = here.lang, status.target
    title = title_of(target.key, target.labels, lang)
    found = _dataset(here, title, finding(status, lang)) | {"identifier": target.key}
    if target.labels.owner:
        owner = text_in(target.labels.owner, lang)
        found["creator"] = {"@type": "Organization", "name": owner}
    source = web_address(status.now.statement.source.url)
    if source:
        found["isBasedOn"] = source
    name = here.site.files[target.key]
    paths = (f"data/targets/{name}.json", f"data/targets/{name}.csv")
    return found | {"distribution": _files(here, paths)}


def _dataset(here: Here, name: str, description: str) -> Object:
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": plain_spaces(name),
        "description": plain_spaces(description),
        "inLanguage": here.lang,
        "dateModified": here.site.as_of.isoformat(),
        "isAccessibleForFree": True,
    }


def _files(here: Here, paths: Iterable[str]) -> list[Object]:
    return [
        {
            "@type": "DataDownload",
            "encodingFormat": _FORMS[path.rpartition(".")[2]],
            "contentUrl": here.to_file(path),
        }
        for path in paths
    ]

"""Files of actuals: read, or told with all that is wrong with them."""

from __future__ import annotations

import pytest

from tests.builders import day
from tests.exchange.ledgers import read
from tracker.errors import ActualsFileError

TODAY = day("2024-06-30")


@pytest.fixture
def reading(tmp_path):
    """Reads some text or bytes as the file f.csv, with options of `HowRead`."""

    def reads(content, **given):
        path = tmp_path / "f.csv"
        raw = content if isinstance(content, bytes) else content.encode()
        path.write_bytes(raw)
        rows, told = read(path, TODAY, "aigul", **given)
        if told:
            raise ActualsFileError(told)
        return rows

    return reads


@pytest.fixture
def problems(reading):
    """The problems of some text or bytes, a line each."""

    def found(content, **given):
        with pytest.raises(ActualsFileError) as error:
            reading(content, **given)
        assert error.value.exit_code == 3
        return str(error.value).splitlines()

    return found

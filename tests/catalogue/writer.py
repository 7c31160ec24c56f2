"""Writes values as TOML in any of its forms, for the laws of the locator."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st


class Writer:
    """Writes TOML in any of its forms; each text begins with a number of its own."""

    def __init__(self, breaks: list[str], draw: Callable[..., Any]) -> None:
        self.breaks, self.draw, self.leaves = breaks, draw, 0

    def document(self, values: dict[str, Any]) -> str:
        tables = {key: each for key, each in values.items() if self.is_header(each)}
        plain = {key: each for key, each in values.items() if key not in tables}
        lines = [f"{self.key(key)} = {self.value(each)}" for key, each in plain.items()]
        for key, table in tables.items():
            lines += self.header(key, table)
        return "\n".join(self.gap() + line for line in lines)

    def is_header(self, value: Any) -> bool:
        of_tables = isinstance(value, list) and all(isinstance(x, dict) for x in value)
        return bool(value) and (of_tables or isinstance(value, dict)) and self.coin()

    def header(self, key: str, value: Any) -> Iterator[str]:
        many = isinstance(value, list)
        name = f" {self.key(key)} "
        for table in value if many else [value]:
            yield f"[[{name}]]  # note" if many else f"[{name}]"
            for inner, each in table.items():
                yield f"{self.key(inner)} = {self.value(each)}"

    def value(self, value: Any) -> str:
        if isinstance(value, dict):
            pairs = (f"{self.key(k)} = {self.value(v)}" for k, v in value.items())
            return f"{{ {', '.join(pairs)} }}"
        if isinstance(value, list):
            items = (self.gap() + self.value(each) for each in value)
            return f"[{','.join(items)}{self.gap()}]"
        self.leaves += 1
        return self.text(f"N{self.leaves:03}:{value}")

    def text(self, text: str) -> str:
        if "\n" not in text or self.coin():
            return json.dumps(text)
        return f"'''{text}'''" if self.coin() else f'"""{text}"""'

    def key(self, key: str) -> str:
        bare = key.replace("-", "").isascii() and key.replace("-", "").isalnum()
        return key if bare and self.coin() else json.dumps(key, ensure_ascii=False)

    def gap(self) -> str:
        return self.draw(st.sampled_from(self.breaks))

    def coin(self) -> bool:
        return self.draw(st.booleans())

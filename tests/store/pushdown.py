"""What keeps a schema from being distributed, or SQL from being sent to the shards.

The rules of a cluster whose facts are spread by `target_id`. Source: Citus manual,
"SQL support and workarounds" and "Creating and modifying distributed objects".
"""

from __future__ import annotations

import re

FACTS = ("statement", "actual")
KEY = "target_id"

_FACT = re.compile(rf"\b(?:FROM|JOIN)\s+({'|'.join(FACTS)})\b(?:\s+AS\s+(\w+))?")
_SUBQUERY = re.compile(r"\(\s*SELECT\b")
_EQUAL = re.compile(rf"\b\w+\.{KEY} = \w+\.{KEY}\b")


def undistributable(inspector):
    """The keys, constraints and references of the facts that hinder them."""
    found = []
    for table in FACTS:
        keys = [inspector.get_pk_constraint(table)["constrained_columns"]]
        keys += [
            each["column_names"] for each in inspector.get_unique_constraints(table)
        ]
        keys += [e["column_names"] for e in inspector.get_indexes(table) if e["unique"]]
        found += [f"{table}: key of {key}" for key in keys if KEY not in key]
        for each in inspector.get_foreign_keys(table):
            own, other = each["constrained_columns"], each["referred_columns"]
            within = [KEY, KEY] in [list(pair) for pair in zip(own, other, strict=True)]
            if each["referred_table"] in FACTS:
                if not within:
                    found.append(f"{table}: reference to another target by {own}")
            elif each["referred_table"] != "target":
                found.append(f"{table}: reference to {each['referred_table']}")
    return found


# What a statement has -> why that hinders it.
_ALONE = {
    r"^\s*(UPDATE|DELETE|TRUNCATE)\b": "changes facts",
    rf"^\s*INSERT\b(?!.*\b{KEY}\b)": "inserts without a target",
    rf"OVER \((?!PARTITION BY (\w+\.)?{KEY}\b)": "window over all facts",
    r"\bFOR (UPDATE|SHARE)\b|DISTINCT ON": "lock or DISTINCT ON over several shards",
}
_WITHIN = {
    r"\bLIMIT\b": "limit in a subquery",
    rf"^(?!.*GROUP BY \w+\.{KEY}).*\b(max|min|count|sum)\(": (
        "aggregate of a subquery that is not by target"
    ),
}


def hindrances(sql):
    """Why a statement about facts could not be sent to the shards as it is."""
    if not any(re.search(rf"\b{fact}\b", sql) for fact in FACTS):
        return []
    found = [why for rule, why in _ALONE.items() if re.search(rule, sql, re.DOTALL)]
    facts = len(_FACT.findall(sql))
    if facts > 1 and len(_EQUAL.findall(sql)) < facts - 1:
        found.append("facts that are not joined by target")
    inner = [each for each in subqueries(sql) if _FACT.search(each)]
    return found + [
        why
        for each in inner
        for rule, why in _WITHIN.items()
        if re.search(rule, each, re.DOTALL)
    ]


def subqueries(sql):
    """The text of every query within another one."""
    for match in _SUBQUERY.finditer(sql):
        depth = 0
        for place in range(match.start(), len(sql)):
            depth += {"(": 1, ")": -1}.get(sql[place], 0)
            if depth == 0:
                yield sql[match.start() + 1 : place]
                break

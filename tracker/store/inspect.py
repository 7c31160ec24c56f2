"""Whether a database is sound: its file, its keys, and the digest of every row."""

from __future__ import annotations

from sqlalchemy import Connection

from tracker.store.read import broken_digests


def faults(connection: Connection) -> list[str]:
    """What is wrong, a sentence each; empty where all is well."""
    integrity = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    found = [f"the file is damaged: {each}" for each in integrity if each != "ok"]
    if found:
        return found
    for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        found.append(f"a row of {table} refers to one that is not there")
    return found + [f"{each}; restore a backup" for each in broken_digests(connection)]

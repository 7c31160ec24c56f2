"""A PostgreSQL schema spread over a cluster: each target's ledgers on one node.

`target` and `imported_file` are copied to every node; `statement` and `actual` go by
`target_id`, so that every key, every reference and every sum of a target stays on the
node that has it.
"""

from __future__ import annotations

from sqlalchemy import Connection

from tracker.errors import StoreError
from tracker.store import turns
from tracker.store.schema import FACTS, REFERENCES

_SETTINGS = (
    # One shard after the other: references to a table that is on every node allow no
    # other way within a transaction.
    "SET LOCAL citus.multi_shard_modify_mode TO 'sequential'",
    # A guard looks at rows of one target, and these are all where it looks; the
    # cluster calls every trigger unsafe since it cannot know that.
    "SET LOCAL citus.enable_unsafe_triggers TO on",
)


def distribute(connection: Connection, where: str) -> bool:
    """Spreads the tables over the nodes, in one step; False where they are already.

    Raises:
        StoreError: The database is a file, or its server has no Citus.
    """
    if connection.dialect.name != "postgresql":
        raise StoreError(
            f"{where} is a file; only a database on a Citus cluster can be distributed"
        )
    query = "SELECT count(*) FROM pg_extension WHERE extname = 'citus'"
    if not connection.exec_driver_sql(query).scalar():
        raise StoreError(
            f"{where} has no Citus; let its superuser run CREATE EXTENSION citus, and "
            "add the nodes"
        )
    turns.take_all(connection)
    query = "SELECT logicalrelid::regclass::text FROM pg_dist_partition"
    there = set(connection.exec_driver_sql(query).scalars())
    wanted = [table.name for table in (*REFERENCES, *FACTS) if table.name not in there]
    for setting in _SETTINGS if wanted else ():
        connection.exec_driver_sql(setting)
    for name in wanted:
        connection.exec_driver_sql(_call(name))
    return bool(wanted)


def _call(name: str) -> str:
    if name in [each.name for each in REFERENCES]:
        return f"SELECT create_reference_table('{name}')"
    first = FACTS[0].name
    beside = "" if name == first else f", colocate_with => '{first}'"
    return f"SELECT create_distributed_table('{name}', 'target_id'{beside})"

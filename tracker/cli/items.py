"""Items that may be counted twice: refused, or asked about on a terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from tracker.domain import Actual
from tracker.errors import RefusedError
from tracker.ledger import Ledger

if TYPE_CHECKING:
    from tracker.progress.items import ItemRefusal

# How a row of a file says that its item is another one.
IN_FILE = "say in the column `reason` that it is another one, or remove the row"


class NearItemError(RefusedError):
    """An item reads like one that is counted already.

    Attributes:
        names: The new item, the one it reads like, and the entry that counts that.
    """

    def __init__(self, message: str, names: tuple[str, str, str]) -> None:
        super().__init__(message)
        self.names = names


def refuse_items(ledger: Ledger, new: Actual, *, new_item: bool) -> None:
    """Refuses an item that is counted already, or that reads like one that is.

    Args:
        new_item: It is another one, however alike the names are.

    Raises:
        RefusedError: It is counted already.
        NearItemError: It may be.
    """
    from tracker.progress.items import item_refusals

    admitted = (new.seq,) if new_item else ()
    for refusal in item_refusals(ledger, [new], admitted):
        name = f"{ledger.key}#{refusal.other.seq}"
        remedy = (
            f"give --new-item if it is another one, or run `tracker correct {name}` "
            "if it is the same"
        )
        message = f"{ledger.key}: {told(ledger.key, new, refusal, remedy)}"
        if refusal.alike:
            names = (str(new.item), str(refusal.other.item), name)
            raise NearItemError(message, names)
        raise RefusedError(message)


def told(
    key: str,
    new: Actual,
    refusal: ItemRefusal,
    remedy: str,
    line: int | None = None,
) -> str:
    """Why an item is not taken, in a sentence.

    Args:
        remedy: What to do about one that reads like another, as the end of it.
        line: Where the other one stands in the same file; None is in the ledger.
    """
    other = refusal.other
    name = f"line {line}" if line else f"{key}#{other.seq}"
    if refusal.alike:
        return f"the item {new.item!r} reads like {other.item!r} of {name}; {remedy}"
    said = f"{name} counts the item {other.item!r} already, for {other.on}"
    if line:
        return f"{said}; remove one"
    return (
        f"{said}; correct that one with `tracker correct {name} VALUE --reason WHY`, "
        "or withdraw it"
    )


def asking(store: Callable[..., Ledger], lang: str, *, new_item: bool) -> Ledger:
    """What is stored; on a terminal after a question, where an item reads like another.

    The question is asked while nothing is locked.

    Args:
        store: Stores the entry; it is told whether its item is another one.
    """
    from tracker.cli.output import can_ask
    from tracker.reports.phrases import say
    from tracker.reports.terminal import visible

    try:
        return store(new_item=new_item)
    except NearItemError as error:
        if not can_ask():
            raise
        new, other, name = (visible(each) for each in error.names)
        question = say("item-question", lang, new=new, other=other, name=name)
        if not click.confirm(question, err=True):
            raise RefusedError(
                f"nothing was recorded; run `tracker correct {name}` to say more of it"
            ) from None
    return store(new_item=True)

"""The register of acts: `with journal.act(...)` is the only way to change anything in Halte."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from halte.common.retry import RetryKey
    from halte.journal.acts import NETWORK, Act, Acting, AlreadyDone, ForTheNetwork, KeyReused, act
    from halte.journal.undoing import NotUndoable, UndoTooLate, can_undo, undo, undoes

__all__ = [
    "NETWORK",
    "Act",
    "Acting",
    "AlreadyDone",
    "ForTheNetwork",
    "KeyReused",
    "NotUndoable",
    "RetryKey",
    "UndoTooLate",
    "act",
    "can_undo",
    "undo",
    "undoes",
]


def __getattr__(name: str) -> Any:
    # Django imports this package before its models may load, so the public names come at first use.
    from importlib import import_module

    for module in ("halte.common.retry", "halte.journal.acts", "halte.journal.undoing"):
        found = getattr(import_module(module), name, None) if name in __all__ else None
        if found is not None:
            return found
    raise AttributeError(name)

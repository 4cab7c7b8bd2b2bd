"""Kinds of paper that somebody may bring, in plain words. What no lawyer has confirmed for Halte says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Kind:
    """One kind: the French words that stand on it, what it is, and what to do first.

    Args:
        french: The words on the paper, never translated.
    """

    french: str
    what: StrOrPromise
    first: StrOrPromise


KINDS = (
    Kind(
        "Commission rogatoire · Mandat · Ordonnance d'un juge",
        _("A judge decided something, and it stands on the paper."),
        _("Read who signed and what exactly it names. Call the lawyer before you answer."),
    ),
    Kind(
        "Réquisition du procureur de la République",
        _("The prosecutor asks, often because of an investigation that runs (“flagrance”, “enquête préliminaire”)."),
        _("Copy the article of law that it names. Call the lawyer before you answer."),
    ),
    Kind(
        "Réquisition judiciaire (officier de police judiciaire)",
        _("Police or gendarmes ask in an investigation."),
        _("Ask who allowed it, and copy that. Call the lawyer before you answer."),
    ),
    Kind(
        "Courrier ou arrêté du préfet",
        _("The prefect writes: this is the administration, not a judge."),
        _("Take the letter. Say that the manager answers in writing. Call the lawyer."),
    ),
    Kind(
        "Contrôle d'identité",
        _("Police want to look at people's papers."),
        _("Ask on what order, and for which place and hours. Call the lawyer before the door is opened."),
    ),
    Kind(
        "Huissier · Commissaire de justice",
        _("Somebody who brings or checks papers for a court or for an owner."),
        _("Take the paper and copy what stands on it. Call the manager."),
    ),
)

"""How good the search is: questions whose answers are known, also with a typing error in each."""

from dataclasses import replace
from random import Random

from halte.rights.finding.asked import Question
from halte.rights.finding.ranking import Index

FIRST = 3
"""A reader sees three topics before they scroll."""


def right(question: Question, index: Index) -> bool:
    """Whether a right topic is among the first."""
    return any(slug in question.right for slug, _score in index.rank(question.text)[:FIRST])


def with_one_typing_error(question: Question, draw: Random) -> Question:
    """The question with one letter lost, doubled by another, mistaken for another, or swapped with the next."""
    text = question.text
    letters = [place for place, letter in enumerate(text) if letter.isalpha()]
    place, other = draw.choice(letters), text[draw.choice(letters)]
    spoilt = draw.choice(
        [
            text[:place] + text[place + 1 :],
            text[:place] + other + text[place:],
            text[:place] + other + text[place + 1 :],
            text[:place] + text[place + 1 : place + 2] + text[place] + text[place + 2 :],
        ]
    )
    return replace(question, text=spoilt)

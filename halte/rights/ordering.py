"""The order of statements on their page, and of topics in the list. No word changes, so one editor is enough."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.rights import queries, writing
from halte.rights.files.order import NAME
from halte.rights.models import GuideFile, KeptBy, Statement, Topic
from halte.rights.refusals import NotYourText, StandsThere
from halte.rights.saying.said import write_file

Thing = TypeVar("Thing")


def move_statement(*, actor: Actor, statement: Statement, up: bool, at: datetime, key: RetryKey) -> Statement:
    """A statement changes places with the one before or after it of its kind.

    Keeps:
        No word changes: whoever approved or signed the page approved these words, and no translation is outdated.
        The topic's file changes in the places of the two alone; editors keep the topic from now on.

    Raises:
        NotYourText, StandsThere. Nothing is written when any of these is raised.
    """
    _refuse_others(actor)
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.statement_moved"):
        row = Statement.objects.select_related("topic").get(id=statement.id)
        rows = list(row.topic.statements.filter(kind=row.kind).order_by("place"))
        other = _beside(rows, rows.index(row), up=up)
        places = row.place, other.place
        other.place, row.place = places
        Statement.objects.bulk_update([row, other], ["place"])
        Topic.objects.filter(id=row.topic_id).update(kept_by=KeptBy.EDITORS)
        write_file(f"{row.topic.slug}/topic.toml", lambda file: writing.with_swapped(file, row.code, other.code))
    return row


def move_topic(*, actor: Actor, topic: Topic, up: bool, at: datetime, key: RetryKey) -> None:
    """A topic goes one place up or down in the list of readers; the first under a heading goes under the one before.

    Keeps:
        The order that editors left is kept when files are loaded; only a topic that it does not name is put where
        the files say.

    Raises:
        NotYourText, StandsThere. Nothing is written when any of these is raised.
    """
    _refuse_others(actor)
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.topic_moved"):
        order = whole_order()
        heading = next(code for code, slugs in order.items() if topic.slug in slugs)
        slugs, place = order[heading], order[heading].index(topic.slug)
        if 0 <= (to := place - 1 if up else place + 1) < len(slugs):
            slugs[place], slugs[to] = slugs[to], slugs[place]
        else:
            headings = list(order)
            under = _beside(headings, headings.index(heading), up=up)
            slugs.remove(topic.slug)
            order[under].insert(len(order[under]) if up else 0, topic.slug)
        _keep(order)


def put_topic(slug: str, heading: str) -> None:
    """A new topic stands last under a heading; only inside an act."""
    order = whole_order()
    for slugs in order.values():
        if slug in slugs:
            slugs.remove(slug)
    order[heading].append(slug)
    _keep(order)


def whole_order() -> dict[str, list[str]]:
    """Every topic under its heading, those that no heading names under the last."""
    order = queries.order()
    there = list(Topic.objects.order_by("place", "slug").values_list("slug", flat=True))
    named = {slug for slugs in order.values() for slug in slugs}
    found = {code: [slug for slug in slugs if slug in there] for code, slugs in order.items()}
    found[queries.LAST] += [slug for slug in there if slug not in named]
    return found


def _keep(order: Mapping[str, list[str]]) -> None:
    text = writing.new_head(order)
    assert tomllib.loads(text) == order
    GuideFile.objects.update_or_create(name=NAME, defaults={"text": text})


def _beside(things: list[Thing], place: int, *, up: bool) -> Thing:
    to = place - 1 if up else place + 1
    if not 0 <= to < len(things):
        raise StandsThere
    return things[to]


def _refuse_others(actor: Actor) -> None:
    if Role.EDITOR not in actor.roles:
        raise NotYourText

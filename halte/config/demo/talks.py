"""Three talks of an official: one that is over, one ahead (in three languages), one that is only offered. Invented.

What the speaker states are facts that our own guide rests on, read in the sources that are named; whatever nobody
could confirm stands under “what is not known”, as it would on a real sheet.
"""

from datetime import date, datetime, timedelta

from halte.common.retry import RetryKey
from halte.config.demo.places import DAY_A
from halte.config.demo.world import World
from halte.rights.models import FactSheet, Government, Question, Talk
from halte.rights.talks import actions, asking, translating
from halte.rights.talks.actions import Offer, Stated

INSTITUTION = "Home Office (invented for the demo)"
SPEAKER = "Louis Martin (invented)"
HEADS = {"en": 4, "ar": 23, "ps": 14, "ti": 12}

FAMILY = (
    Stated(
        text="No new request for refugee family reunion has been taken since this day, until further notice.",
        figure="4 September 2025",
        source="Free Movement, refugee family reunion",
        source_address="freemovement.org.uk",
        source_on=date(2025, 9, 4),
        beside="closed",
    ),
    Stated(
        text="The other way, Appendix FM, asks for this income a year, or for exceptional reasons.",
        figure="£29,000",
        source="Pan African Immigration Help, Appendix FM",
        source_address="paih.org",
        source_on=date(2025, 9, 4),
        beside="appendix-fm",
    ),
)
ARRIVAL = (
    Stated(
        text="Whoever asks for asylum gets a place to live without choice, and this a week when they cook themselves.",
        figure="£49.18",
        source="startnewlife.uk, asylum support",
        source_address="startnewlife.uk",
        source_on=date(2026, 5, 10),
        beside="money",
    ),
    Stated(
        text="Requests granted from 2 March 2026 on give permission for this long; it is then looked at again.",
        figure="30 months",
        source="Solicitors’ note, refugee permission of 30 months",
        source_on=date(2026, 3, 2),
        beside="the-answer",
    ),
)
ARRIVAL_IN = {
    "ar": (
        "من يطلب اللجوء يُعطى مكاناً للسكن لا يختاره، وهذا المبلغ في الأسبوع إذا كان يطبخ بنفسه.",
        "الطلبات التي تُقبل ابتداءً من 2 مارس 2026 تعطي إذناً بالإقامة لهذه المدة، ثم يُنظر فيها من جديد.",
        "30 شهراً",
        "هل تتغير المساعدة الأسبوعية في سنة 2027. كم يطول الجواب الأول. أين سيسكن الشخص.",
    ),
    "fr": (
        "Qui demande l’asile reçoit un logement, sans le choisir, et cette somme par semaine pour cuisiner soi-même.",
        "Les demandes acceptées à partir du 2 mars 2026 donnent un droit de séjour de cette durée, puis on réexamine.",
        "30 mois",
        "Si l’aide par semaine change en 2027. Combien de temps prend la première réponse. Où la personne vivra.",
    ),
}
"""The second sheet in two languages: both statements, the second one's figure, and what is not known."""
ASKED = (
    (
        "My wife is in Leeds since March and I am in the forest. Is there a legal way?",
        "My wife is in England. Is there a legal way?",
        "en",
    ),
    ("هل يرى المتحدث من يسأل؟", "هل يرى المتحدث من يسأل؟", "ar"),
)
"""As it was typed, as a colleague passed it on, and the language of the page."""
ANSWERS = (
    "Refugee family reunion takes no new requests. Appendix FM is open: it asks for an income, English and fees. "
    "An independent adviser can look at your case; I cannot, and I ask nobody for a name.",
    "No. A colleague of the house reads each question first, and I get it without a name. I see how many listen in "
    "each language, nothing else.",
)


def hold(world: World) -> None:
    """What guests and officials find under talks."""
    _over(world)
    _ahead(world)
    _offered(world)


def _over(world: World) -> None:
    begins = _moment(world, -3, 15)
    talk = _talk(world, _offer("Family ways to the United Kingdom", "uk-family", begins), _moment(world, -9, 10))
    _accept(world, talk, _moment(world, -8, 11))
    unknown = "When the new system that was announced for spring 2026 opens. How many requests are refused."
    _sign(world, talk, FAMILY, unknown, _moment(world, -5, 9))
    manager, speaker = world.managers[DAY_A], world.staff["louis"]
    actions.count_heads(actor=manager, talk=talk, people=HEADS, at=begins + timedelta(minutes=20), key=RetryKey.new())
    for (typed, passed_on, language), answer in zip(ASKED, ANSWERS, strict=True):
        asked = _ask(talk, typed, language, begins + timedelta(hours=1))
        after = begins + timedelta(hours=3)
        asking.pass_on(actor=manager, question=asked, text=passed_on, at=after, key=RetryKey.new())
        next_day = _moment(world, -2, 10)
        asking.answer(actor=speaker, question=asked, text=answer, written_in="en", at=next_day, key=RetryKey.new())


def _ahead(world: World) -> None:
    title = "What happens after arrival in the United Kingdom"
    talk = _talk(world, _offer(title, "uk-asylum-life", _moment(world, 2, 15)), _moment(world, -4, 10))
    _accept(world, talk, _moment(world, -3, 9))
    unknown = "Whether the weekly support changes in 2027. How long the first answer takes. Where somebody will live."
    sheet = _sign(world, talk, ARRIVAL, unknown, _moment(world, -1, 9))
    _translate(world, sheet, _moment(world, -1, 15))
    _ask(talk, "How long do I wait for the answer?", "en", _moment(world, 0, 9))


def _offered(world: World) -> None:
    title = "The treaty of 2025: what is known today"
    _talk(world, _offer(title, "uk-treaty", _moment(world, 6, 15)), _moment(world, -1, 11))


def _moment(world: World, days: int, hour: int) -> datetime:
    """An hour of a day counted from today, never later than the loading when it is not ahead."""
    told = world.moment(DAY_A, world.day(DAY_A, -days), hour * 60)
    return told if days > 0 else min(told, world.at)


def _offer(title: str, matter: str, begins: datetime) -> Offer:
    return Offer(
        government=Government.UNITED_KINGDOM,
        institution=INSTITUTION,
        speaker=SPEAKER,
        title=title,
        written_in="en",
        matter=matter,
        languages=("en",),
        interpreters=("ar", "ps", "ti"),
        starts_at=begins,
        minutes=60,
        where="Dining room",
        seats=60,
    )


def _talk(world: World, offered: Offer, at: datetime) -> Talk:
    return actions.offer(actor=world.staff["louis"], offered=offered, at=at, key=RetryKey.new())


def _accept(world: World, talk: Talk, at: datetime) -> None:
    actions.accept(actor=world.managers[DAY_A], talk=talk, at=at, key=RetryKey.new())
    talk.refresh_from_db()


def _sign(world: World, talk: Talk, stated: tuple[Stated, ...], unknown: str, at: datetime) -> FactSheet:
    speaker = world.staff["louis"]
    for one in stated:
        actions.state_point(actor=speaker, talk=talk, stated=one, at=at, key=RetryKey.new())
    return actions.sign(actor=speaker, talk=talk, name=SPEAKER, unknown=unknown, at=at, key=RetryKey.new())


def _translate(world: World, sheet: FactSheet, at: datetime) -> None:
    """Nobody signed the Arabic one, so it carries a label; a translator signed the French one."""
    for language, signature in (("ar", ""), ("fr", "Farid (invented)")):
        first, second, length, unknown = ARRIVAL_IN[language]
        written = {
            "1.figure": ARRIVAL[0].figure,
            "1.text": first,
            "2.figure": length,
            "2.text": second,
            translating.UNKNOWN: unknown,
        }
        waits = translating.translate(
            actor=world.staff["elsa"], sheet=sheet, language=language, written=written, at=at, key=RetryKey.new()
        )
        translating.approve(
            actor=world.staff["farid"], translation=waits, signature=signature, at=at, key=RetryKey.new()
        )


def _ask(talk: Talk, words: str, language: str, at: datetime) -> Question:
    return asking.ask(talk=talk, text=words, language=language, at=at, key=RetryKey.new()).question

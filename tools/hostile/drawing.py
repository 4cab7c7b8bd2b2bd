"""Forms filled by Hypothesis: any text in any field, several at once."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from halte.accounts.doors import OPEN
from tests.guards.addresses import Address
from tests.hostile.asking import FORM, Asker, read
from tests.hostile.figures import Figures
from tests.hostile.house import House, taken_back
from tests.hostile.values import TEXTS, sent

WORDS = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(categories=["Cs", "Cf", "Co", "Cn", "Mn"]), max_size=12),
    st.integers().map(str),
    st.datetimes().map(str),
    st.sampled_from([value for name, value in TEXTS.items() if not name.startswith("long")]),
)


def draw(house: House, address: Address, examples: int) -> Figures:
    """So many examples of one form, always the same ones."""
    asker = Asker(house)
    client = house.nobody if address.door == OPEN else house.staff
    with taken_back():
        url, given_fields = house.where(address)
        seen, fields = read(house, client, "POST", url, given_fields)
        if seen.all_names() and examples:
            some = st.dictionaries(st.sampled_from(seen.all_names()), WORDS, min_size=1)

            @settings(
                max_examples=examples,
                deadline=None,
                derandomize=True,
                database=None,
                suppress_health_check=list(HealthCheck),
                phases=[Phase.generate],
            )
            @given(some)
            def ask(drawn: dict[str, str]) -> None:
                body = sent(fields | drawn)
                name = f"{address} / {', '.join(drawn)} / drawn: {asker.figures.cases}"
                asker.ask(name, None, client, "POST", url, data=body, content_type=FORM)

            ask()
    asker.finish()
    return asker.figures

"""The demo is the same for the same seed, and another for another."""

from collections import Counter

from halte.config.demo import people, places, weeks


def test_people_and_nights_follow_from_the_seed() -> None:
    def nights(seed: int) -> list[weeks.SleepPlan]:
        households = people.at_sites(seed)[places.HOSTEL]
        return list(weeks.nights(seed, households, weeks.beds_of(households, places.rooms())))

    assert people.at_sites(7) == people.at_sites(7) != people.at_sites(8)
    assert nights(7) == nights(7) != nights(8)


def test_there_are_1500_guests_and_no_card_is_made_twice() -> None:
    world = people.at_sites(2014)
    cards = Counter(
        (site, person.secret)
        for site, households in world.items()
        for household in households
        for person in household.members
    )

    assert sum(cards.values()) == 1500
    assert set(cards.values()) == {1}


def test_languages_are_those_of_the_coast() -> None:
    households = people.at_sites(2014)[places.DAY_A]
    spoken = Counter(person.language for household in households for person in household.members)

    assert spoken.most_common(2)[0][0] == "ar"
    assert spoken["ti"] > spoken["vi"] > 0

"""Every row of the tap table has a browser story, and a hand has not one touch more than its row."""

from pathlib import Path

import pytest

from tests.browser.taps import TAPS, Hand, TooManyTaps

STORIES = Path(__file__).parents[1] / "browser"


class Glass:
    """Takes every touch: only the hand itself can refuse one."""

    page = property(lambda self: self)

    def __getattr__(self, name):
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None


@pytest.mark.parametrize("flow", TAPS)
def test_a_story_of_this_flow_uses_each_touch_it_has(flow):
    told = [text for text in (story.read_text() for story in STORIES.glob("test_*.py")) if f'"{flow}")' in text]

    assert told
    assert all("did_nothing_else()" in text for text in told)


@pytest.mark.parametrize("flow", TAPS)
def test_one_scan_or_press_above_the_limit_fails(flow):
    scans, presses = TAPS[flow]
    hand = Hand.of(Glass(), flow)
    for _one in range(scans):
        hand.scans("code")
    for _one in range(presses):
        hand.presses("button")
    hand.did_nothing_else()

    with pytest.raises(TooManyTaps):
        hand.scans("code")
    with pytest.raises(TooManyTaps):
        hand.touches("button")


def test_a_promised_touch_that_was_not_needed_fails():
    with pytest.raises(AssertionError):
        Hand.of(Glass(), "family of 5").did_nothing_else()

"""`halte simulate line`: tablets in line mode against a real server. The long form is ten minutes on twelve tablets."""

from halte.config.simulate.line import at_our_own_house


def test_every_press_is_counted_once(tmp_path):
    found = at_our_own_house(tmp_path / "data", devices=2, minutes=1, per_minute=20, seed=7, pauses=False)

    assert found["sent"] == found["saved"] == found["counted"] == 40
    assert (found["errors"], found["lost"], found["double"], found["locked_errors"]) == (0, 0, 0, 0)

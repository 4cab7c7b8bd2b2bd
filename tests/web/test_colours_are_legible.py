"""Text keeps 7:1 on every ground it stands on, by day and by night; shapes keep 3:1 (WCAG 2.2, 1.4.6 and 1.4.11)."""

import re

import pytest

TEXT_ON = {
    "ink": ["paper", "card", "line", "teal-wash", "ochre-wash", "brick-wash", "moss-wash"],
    "soft": ["paper", "card"],
    "teal-ink": ["paper", "card", "teal-wash"],
    "teal-deep": ["paper", "card"],
    "ochre-ink": ["paper", "card", "ochre-wash"],
    "brick-ink": ["paper", "card", "brick-wash"],
    "moss-ink": ["paper", "card", "moss-wash"],
    "on-teal": ["teal", "teal-deep"],
}
SHAPES_ON = {name: ["paper", "card"] for name in ("edge", "teal", "ochre", "brick", "moss")}
GUIDE_TEXT_ON = {"i": "pk", "s": "pk", "t": "pk", "o": "t", "w": "v", "b": "c"}


def tokens(block):
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", block))


def brightness(colour):
    def part(value):
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (part(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, brighter = sorted((brightness(one), brightness(other)))
    return (brighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=["day", "night"])
def theme(request, css):
    selector = {"day": ':root, [data-theme="day"]', "night": '[data-theme="night"]'}[request.param]
    return tokens(css.split(selector + " {", 1)[1].split("}", 1)[0])


@pytest.mark.parametrize(
    ("text", "ground"), [(text, ground) for text, grounds in TEXT_ON.items() for ground in grounds]
)
def test_text_is_read_in_rain_and_at_night(theme, text, ground):
    assert contrast(theme[text], theme[ground]) >= 7


@pytest.mark.parametrize(("shape", "ground"), [(shape, ground) for shape in SHAPES_ON for ground in SHAPES_ON[shape]])
def test_borders_and_bed_shapes_stand_out(theme, shape, ground):
    assert contrast(theme[shape], theme[ground]) >= 3


def test_the_night_of_the_system_and_the_night_of_the_button_are_the_same(css):
    chosen = css.split('[data-theme="night"] {', 1)[1].split("}", 1)[0]
    by_system = css.split(':root:not([data-theme="day"]) {', 1)[1].split("}", 1)[0]

    assert tokens(chosen) == tokens(by_system)


@pytest.mark.parametrize("place", [0, 1], ids=["day", "night"])
def test_the_guide_is_as_legible_as_the_house(guide_css, place):
    shades = tokens(re.findall(r":root\{[^}]*\}", guide_css)[place])

    for text, grounds in GUIDE_TEXT_ON.items():
        for ground in grounds:
            assert contrast(shades[text], shades[ground]) >= 7

"""Every sign is ours: one stroke weight, well formed, inside its box."""

import re
from xml.etree import ElementTree

import pytest

from halte.journal import recent
from halte.web.pictograms import BOX, PICTOGRAMS, TURNS_WITH_THE_SCRIPT, NoSuchPictogram, svg

ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "S": 4, "Z": 0}


@pytest.mark.parametrize("name", sorted(PICTOGRAMS))
def test_a_pictogram_is_one_well_formed_path_without_a_style_of_its_own(name):
    drawn = ElementTree.fromstring(svg(name))

    assert [child.tag for child in drawn] == ["path"]
    assert set(drawn[0].attrib) == {"d"}
    assert not {"style", "stroke-width", "fill", "stroke"} & set(drawn.attrib)
    assert drawn.attrib["viewBox"] == f"0 0 {BOX} {BOX}"


@pytest.mark.parametrize("name", sorted(PICTOGRAMS))
def test_a_path_says_only_what_svg_understands(name):
    steps = re.findall(r"([A-Za-z])([^A-Za-z]*)", PICTOGRAMS[name])

    assert steps[0][0] == "M"
    for letter, numbers in steps:
        given = len(re.findall(r"-?(?:\d*\.\d+|\d+)", numbers))
        wanted = ARGUMENTS[letter.upper()]
        assert given % wanted == 0 if wanted else given == 0, f"{letter}{numbers}"
        assert given >= wanted


@pytest.mark.parametrize("name", sorted(PICTOGRAMS))
def test_a_path_starts_each_line_inside_the_box(name):
    for x, y in re.findall(r"M(-?[\d.]+)[ ,]?(-?[\d.]+)", PICTOGRAMS[name]):
        assert 0 < float(x) < BOX
        assert 0 < float(y) < BOX


def test_the_stylesheet_gives_every_pictogram_the_same_stroke(css):
    widths = re.findall(r"svg\.i[^{]*\{[^}]*stroke-width: ([\d.]+)", css)

    assert widths == ["2"]


def test_a_pictogram_is_silent_beside_a_word_and_speaks_where_it_stands_alone():
    assert 'aria-hidden="true"' in svg("bed")
    assert 'role="img" aria-label="Bed &amp; room"' in svg("bed", label="Bed & room")


def test_only_signs_that_follow_the_writing_turn_round_in_arabic():
    assert set(PICTOGRAMS) >= TURNS_WITH_THE_SCRIPT
    assert "mirror" in svg("arrow-next")
    assert "mirror" not in svg("clock")
    assert "mirror" not in svg("play")


def test_every_act_is_spoken_of_with_a_sign_that_was_drawn():
    assert len(recent._said) > 50
    assert {act: said.pictogram for act, said in recent._said.items() if said.pictogram not in PICTOGRAMS} == {}


def test_a_sign_nobody_has_drawn_is_a_defect():
    with pytest.raises(NoSuchPictogram):
        svg("passport")

"""Every screen works right to left: the stylesheets know start and end, never left and right."""

import re
from pathlib import Path

import pytest

from halte import web

PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-\w+)?"
    r"|(?:left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)\s*:"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?:float|clear|text-align)\s*:\s*(?:left|right))"
)
TEMPLATES = sorted((Path(web.__file__).parent / "templates").rglob("*.html"))


def declarations(sheet):
    """The sheet without comments and without the conditions of media queries, which may speak of width."""
    return re.sub(r"@media[^{]*\{", "{", re.sub(r"/\*.*?\*/", "", sheet, flags=re.S))


def test_the_stylesheet_has_no_physical_property(css):
    assert PHYSICAL.findall(declarations(css)) == []


def test_the_guides_style_has_no_physical_property_and_stays_small(guide_css):
    assert PHYSICAL.findall(declarations(guide_css)) == []
    assert len(guide_css.encode()) < 3000


def test_the_stylesheets_ask_nothing_from_anywhere(css, guide_css):
    for sheet in (css, guide_css):
        assert "url(" not in sheet
        assert "@import" not in sheet


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_carries_a_style_or_a_script_of_its_own(template):
    text = template.read_text(encoding="utf-8")

    assert not re.search(r"\sstyle=|<style|\son\w+=|hx-on|javascript:", text)
    assert all(" src=" in script for script in re.findall(r"<script[^>]*>", text))

from pathlib import Path

import pytest

from halte import web

STATIC = Path(web.__file__).parent / "static" / "web"


@pytest.fixture(scope="session")
def css():
    return (STATIC / "halte.css").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def guide_css():
    return (STATIC / "guide.css").read_text(encoding="utf-8")

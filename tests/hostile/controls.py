"""What must be caught, or the suite proves nothing: a page that escapes nothing, a crash, a table with a formula."""

import csv
import logging
from unittest import mock

from django.http import HttpRequest, HttpResponse
from django.utils.html import escape

from halte.reports import rules
from halte.sites.models import RulesVersion, Site
from tests.guards.addresses import addresses
from tests.hostile.asking import attack
from tests.hostile.figures import Figures
from tests.hostile.house import House, taken_back
from tests.hostile.values import TEXTS

PAGE = "desk:scan"
FORMULAS = {name: value for name, value in TEXTS.items() if name.startswith("formula")}


def exports(house: House) -> dict[str, str]:
    """Which exported tables hold a formula, when a house is called like one."""
    wrong: dict[str, str] = {}
    for name, value in FORMULAS.items():
        with taken_back():
            Site.objects.filter(pk=house.site.pk).update(name=value[:60])
            answer = house.nobody.get("/reports/public/weeks.csv")
            cells = [cell for row in csv.reader(answer.content.decode().splitlines(keepends=True)) for cell in row]
        if any(cell.lstrip().startswith(rules.STARTS_A_FORMULA) for cell in cells):
            wrong[f"reports:public_export / {name}"] = "a spreadsheet would take a cell for a formula"
    return wrong


def caught(house: House) -> dict[str, bool]:
    """Whether each control is noticed."""
    with mock.patch.object(rules, "harmless", str):
        formulas = exports(house)
    logging.disable(logging.CRITICAL)  # A crash of our own making is nobody's news.
    try:
        return _caught(house, formulas)
    finally:
        logging.disable(logging.NOTSET)


def _caught(house: House, formulas: dict[str, str]) -> dict[str, bool]:
    return {
        "an export that neutralises nothing": bool(formulas),
        "a page that escapes nothing": bool(_with(house, _echo).wrong),
        "a page that crashes": bool(_with(house, _crash).wrong),
        "an error without a word": bool(_with(house, _silent).wrong),
        "a page that shows something else": bool(_with(house, _shouts).wrong),
        "a page that stores something else": bool(_with(house, _shortens).wrong),
        "a page that stores something else in JSON": bool(_with(house, _adds).wrong),
    }


def _with(house: House, view: object) -> Figures:
    address = next(one for one in addresses() if one.name == PAGE)
    with mock.patch("django.core.handlers.base.BaseHandler.resolve_request", return_value=(view, (), {})):
        return attack(house, address, ["markup: element", "markup: image that fails"])


def _echo(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"<p>You typed: {request.POST.get('code', '')}</p>")


def _crash(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(1 / 0) if "<" in request.POST.get("code", "") else "fine")


def _silent(request: HttpRequest) -> HttpResponse:
    return HttpResponse("", status=422 if "<" in request.POST.get("code", "") else 200)


def _shouts(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"<p>You typed: {escape(request.POST.get('code', '').upper())}</p>")


def _shortens(request: HttpRequest) -> HttpResponse:
    Site.objects.update(name=request.POST.get("code", "")[:-1])
    return HttpResponse("Thank you")


def _adds(request: HttpRequest) -> HttpResponse:
    RulesVersion.objects.update(house_rules={"en": request.POST.get("code", "") + "!"})
    return HttpResponse("Thank you")

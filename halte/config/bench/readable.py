"""Whether a page of the guide can be read by everybody: with keys, narrow, enlarged, in high contrast, in its script.

What stands in a page is judged by the page alone, in a browser that has it open.
"""

from typing import Any

NARROW = 320
"""CSS pixels: the width of a small phone, and of a desk's screen enlarged four times."""
DESK = 1280

SPOKEN = """() => {
    const wrong = [];
    const say = (what, one) => wrong.push(`${what}: ${one.outerHTML.slice(0, 90)}`);
    const levels = Array.from(document.querySelectorAll("h1,h2,h3,h4,h5,h6"), (one) => Number(one.tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1 || levels[0] !== 1) wrong.push(`headings ${levels}`);
    if (levels.some((level, place) => level > (levels[place - 1] ?? 0) + 1)) wrong.push(`heading leaps ${levels}`);
    const { lang, dir } = document.documentElement;
    if (dir !== (["ar", "fa", "ps", "ckb"].includes(lang) ? "rtl" : "ltr")) wrong.push(`${lang} is written ${dir}`);
    for (const one of document.querySelectorAll("body [lang]"))
        if (one.lang !== lang && one.tagName !== "BDI" && !one.closest("[dir]:not(html)")) say("no direction", one);
    const script = { ar: "Arab", fa: "Arab", ps: "Arab", ckb: "Arab", ti: "Ethi", am: "Ethi" };
    const scriptOf = (code) => script[code.split("-")[0]] ?? (code === "apd" ? "Arab" : "Latn");
    const other = {
        Arab: /\\p{Script=Ethi}{2,}|\\p{Script=Latn}{2,}/u,
        Ethi: /\\p{Script=Arab}{2,}|\\p{Script=Latn}{2,}/u,
        Latn: /\\p{Script=Arab}{2,}|\\p{Script=Ethi}{2,}/u,
    };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const { data, parentElement } = walk.currentNode;
        if (parentElement.closest("style,script,svg,.num,[dir=auto]")) continue;
        const told = parentElement.closest("[lang],bdi");
        if (told.tagName === "BDI" && !told.lang) continue;
        /* Names in capitals, such as OFPRA, are the same in every language. */
        if (other[scriptOf(told.lang)].test(data.replace(/\\b[A-Z]{2,}\\b/g, "")))
            wrong.push(`no language: ${data.trim().slice(0, 60)}`);
    }
    return wrong;
}"""

WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

ENLARGE = """(by) => {
    for (const one of document.querySelectorAll("body, body *"))
        one.dataset.size = parseFloat(getComputedStyle(one).fontSize);
    for (const one of document.querySelectorAll("[data-size]")) one.style.fontSize = `${one.dataset.size * by}px`;
}"""

REACHED = """() => {
    const wrong = [];
    const shown = (one) => one.checkVisibility() && !one.closest("details:not([open]) > :not(summary)");
    const stops = Array.from(document.querySelectorAll("a[href],button,input,summary,audio,[tabindex]")).filter(shown);
    let lowest = -Infinity;
    for (const one of stops) {
        if (one.tabIndex !== 0) wrong.push(`out of turn: ${one.outerHTML.slice(0, 90)}`);
        one.focus({ focusVisible: true });
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
        const seen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\\)$/.test(outlineColor);
        if (document.activeElement !== one || !seen) wrong.push(`focus is not seen: ${one.outerHTML.slice(0, 90)}`);
        const box = one.getBoundingClientRect();
        if (box.left < -1 || box.right > innerWidth + 1 || box.bottom < 0 || box.top > innerHeight)
            wrong.push(`focus is off the screen: ${one.outerHTML.slice(0, 90)}`);
        if (one.matches(".skip")) continue;
        if (box.bottom + scrollY < lowest - 4) wrong.push(`goes back up: ${one.outerHTML.slice(0, 90)}`);
        lowest = Math.max(lowest, box.top + scrollY);
    }
    return wrong;
}"""

CONTRASTED = """() => {
    const wrong = [];
    const ground = getComputedStyle(document.body).backgroundColor;
    for (const one of document.querySelectorAll(".btn,.pill,.card,.topics a,.ask input")) {
        const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(one);
        if (borderTopStyle === "none" || parseFloat(borderTopWidth) < 1 || borderTopColor === ground)
            wrong.push(`no edge in high contrast: ${one.outerHTML.slice(0, 90)}`);
    }
    for (const one of document.querySelectorAll("svg.i"))
        if (getComputedStyle(one).stroke === ground)
            wrong.push(`no sign in high contrast: ${one.outerHTML.slice(0, 90)}`);
    return wrong;
}"""


def faults(page: Any, *, axe: str = "") -> list[str]:
    """What keeps somebody from reading the page that stands open here; leaves it at another width.

    Args:
        axe: The program that judges for screen readers, where this machine has it.
    """
    found: list[str] = page.evaluate(SPOKEN)
    if axe:
        page.evaluate(axe)
        options = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
        broken = page.evaluate("(options) => axe.run(document, options)", options)["violations"]
        found += [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in broken]
    page.set_viewport_size({"width": NARROW, "height": 640})
    found += page.evaluate(REACHED)
    page.emulate_media(forced_colors="active")
    found += page.evaluate(CONTRASTED)
    page.emulate_media(forced_colors="none")
    found += [f"{NARROW} pixels: {over} too wide" for over in [page.evaluate(WIDE)] if over > 0]
    page.evaluate(ENLARGE, 2)
    for width in (NARROW, DESK // 2):
        page.set_viewport_size({"width": width, "height": 640})
        found += [
            f"letters of twice the size at {width}: {over} too wide" for over in [page.evaluate(WIDE)] if over > 0
        ]
    return found

"""The usual kinds of a day centre, so that a new house need not begin with an empty list. Staff edit them later."""

from dataclasses import dataclass

CLOTHES = ("s", "m", "l", "xl")
SHOES = ("38", "39", "40", "41", "42", "43", "44", "45")


@dataclass(frozen=True)
class Standard:
    """One usual kind. The first in the list is the one tap on a guest's panel."""

    code: str
    pictogram: str
    names: dict[str, str]
    sizes: tuple[str, ...] = ("one",)
    given_as: str = "piece"
    in_summer: bool = True


KINDS = (
    Standard("blanket", "blanket", {"en": "Blanket", "fr": "Couverture", "ar": "بطانية"}),
    Standard("sleeping-bag", "bed", {"en": "Sleeping bag", "fr": "Sac de couchage", "ar": "كيس نوم"}),
    Standard("cot", "bed", {"en": "Cot", "fr": "Lit bébé", "ar": "سرير رضيع"}),
    Standard("coat", "coat", {"en": "Coat", "fr": "Manteau", "ar": "معطف"}, CLOTHES, in_summer=False),
    Standard("jumper", "coat", {"en": "Jumper", "fr": "Pull", "ar": "كنزة"}, CLOTHES, in_summer=False),
    Standard("trousers", "coat", {"en": "Trousers", "fr": "Pantalon", "ar": "بنطلون"}, CLOTHES),
    Standard("shoes", "coat", {"en": "Shoes", "fr": "Chaussures", "ar": "حذاء"}, SHOES, given_as="pair"),
    Standard("socks", "coat", {"en": "Socks", "fr": "Chaussettes", "ar": "جوارب"}, given_as="pair"),
    Standard("underwear", "coat", {"en": "Underwear", "fr": "Sous-vêtements", "ar": "ملابس داخلية"}, CLOTHES),
    Standard("hat", "snow", {"en": "Hat", "fr": "Bonnet", "ar": "قبعة"}, in_summer=False),
    Standard("gloves", "snow", {"en": "Gloves", "fr": "Gants", "ar": "قفازات"}, given_as="pair", in_summer=False),
    Standard("tent", "home", {"en": "Tent", "fr": "Tente", "ar": "خيمة"}),
    Standard(
        "hygiene", "shower", {"en": "Hygiene pack", "fr": "Kit d’hygiène", "ar": "مستلزمات النظافة"}, given_as="pack"
    ),
)

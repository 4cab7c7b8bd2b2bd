"""A house that guests may read of, and where it stands: six words that must not be found once it is secret."""

from decimal import Decimal

from halte.rights.places.actions import Told

SECRET = ("Rue du Canari", "Canariville", "62987", "50.98765", "1.98765", "Passage Serin")
HOUSE = Told(
    name="Maison",
    kind="women",
    address=f"7 {SECRET[0]}",
    postal_code=SECRET[2],
    town=SECRET[1],
    latitude=Decimal(SECRET[3]),
    longitude=Decimal(SECRET[4]),
    walk=(("left", SECRET[5], 120),),
    phone="03 21 00 00 00",
    languages=("fr", "ti"),
)

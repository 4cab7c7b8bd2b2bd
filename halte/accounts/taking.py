"""Taking a tablet of the house: a badge is scanned, four digits are typed, and its owner is at the desk."""

import hmac
from datetime import datetime

from django.contrib.auth import authenticate
from django.db.models import F
from django.http import HttpRequest
from django.middleware.csrf import rotate_token
from django.utils import timezone

from halte.accounts.actions.tokens import digits_key
from halte.accounts.asking import BADGE_KEY, tablet_of
from halte.accounts.models import Badge, Staff
from halte.accounts.sessions import SEEN, SINCE
from halte.accounts.sign_in import AT_A_TABLET


def right(badge: Badge, digits: str, at: datetime) -> bool:
    """Whether these are the badge's four digits.

    Keeps:
        Each try is counted before it is looked at, so that tries at the same moment are counted one by one. After five
        wrong ones in a row the badge is dead.
    """
    # No line in the register: a slip of the finger is no act.
    here = Badge.objects.seen_by(badge).living(at).filter(id=badge.id)
    if not here.update(wrong=F("wrong") + 1):
        return False
    if not hmac.compare_digest(bytes(badge.digits_key), digits_key(badge.site, badge.id, digits)):
        return False
    Badge.objects.seen_by(badge).filter(id=badge.id).update(wrong=0)
    return True


def take(request: HttpRequest, badge: Badge) -> None:
    """This badge holds the tablet from now on; whatever the one before left in the session is gone."""
    request.session.flush()
    request.session[BADGE_KEY] = badge.id.hex
    request.session[SINCE] = request.session[SEEN] = int(timezone.now().timestamp())
    rotate_token(request)


def is_password_of(request: HttpRequest, staff: Staff, password: str) -> bool:
    """Whether this is the person's password; wrong ones count as they do at the sign-in."""
    tablet = tablet_of(request)
    device = tablet.id if tablet else None
    if AT_A_TABLET.is_over(device):
        return False
    found = authenticate(request, username=staff.sign_in_name, password=password)
    if found is None or found.pk != staff.pk:
        AT_A_TABLET.note(device)
        return False
    return True

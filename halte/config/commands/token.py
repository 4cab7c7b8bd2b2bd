"""`halte token`: a token for a tablet or a program of one site."""

import argparse

from halte.config import folder
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    folder.add_options(parser)
    parser.add_argument("--site", required=True, metavar="CODE", help="the site it belongs to")
    parser.add_argument("--label", required=True, help="what is written on it, such as: Tablet 1")
    parser.add_argument("--kind", default="api", choices=["api", "tablet"], help="a program (api) or a tablet")
    parser.add_argument(
        "--role", action="append", default=[], metavar="ROLE", help="what it may do (greeter); may be given again"
    )


def run(options: argparse.Namespace) -> int:
    chosen = DataFolder.chosen(options)
    chosen.open()
    from django.utils import timezone

    from halte.accounts import actions
    from halte.accounts.actor import Actor
    from halte.accounts.models import DeviceKind
    from halte.accounts.roles import Role
    from halte.common.retry import RetryKey
    from halte.config import ready
    from halte.sites.models import Site

    ready.check()
    site = Site.objects.filter(code=options.site).first()
    if site is None:
        known = ", ".join(Site.objects.values_list("code", flat=True))
        raise Unusable(f"There is no site {options.site!r}: choose one of {known or 'none yet'}.")
    unknown = [role for role in options.role if role not in Role.values]
    if unknown:
        raise Unusable(f"There is no role {unknown[0]!r}: choose from {', '.join(Role.values)}.")
    if not options.label.strip() or len(options.label) > 40:
        raise Unusable("--label must have 1 to 40 characters.")
    _device, token = actions.register_device(
        actor=Actor.system(site),
        label=options.label.strip(),
        kind=DeviceKind(options.kind),
        roles=[Role(role) for role in options.role] or [Role.GREETER],
        at=timezone.now(),
        key=RetryKey.new(),
    )
    print(token)
    return 0

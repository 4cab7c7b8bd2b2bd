"""`halte tls`: the house's own authority and certificate, for tablets on the local network."""

import argparse

from halte.config import folder
from halte.config.folder import DataFolder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    folder.add_options(parser)
    parser.add_argument("names", metavar="NAME", nargs="+", help="what tablets type: halte.lan, or 192.168.1.10")
    parser.add_argument("--new-authority", action="store_true", help="begin anew; every tablet must trust it again")


def run(options: argparse.Namespace) -> int:
    chosen = DataFolder.chosen(options)
    chosen.open()
    from django.utils import timezone

    from halte.config import tls

    house, names = tls.House(chosen.path), tls.Names.read(options.names)
    house.make(names, timezone.now(), new_authority=options.new_authority)
    print(f"The house answers to {names} until {house.ends_on():%Y-%m-%d}, and renews itself.")
    print(f"Carry {house.authority} to every tablet, and let it trust this authority.")
    print(f"Before that, compare its fingerprint (SHA-256): {house.fingerprint()}")
    print("`halte serve` speaks TLS from its next start on.")
    return 0

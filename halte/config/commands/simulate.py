"""`halte simulate`: see `halte.config.simulate`."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from halte.config import simulate

    simulate.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    from halte.config import simulate

    result: int = simulate.run(options)
    return result

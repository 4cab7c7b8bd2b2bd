"""`halte bench`: see `halte.config.bench`."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from halte.config import bench

    bench.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    from halte.config import bench

    result: int = bench.run(options)
    return result

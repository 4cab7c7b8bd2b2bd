"""What the command line cannot work with."""


class Unusable(Exception):
    """Something foreseeable stands in the way: one plain sentence that says what to do, and exit code 2."""

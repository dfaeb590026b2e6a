"""The commands. Errors are one sentence on standard error; with --json standard output holds JSON alone."""


class Failed(Exception):
    """A command could not be done, for the reason in its message."""

"""The Slack app's manifest, which stands beside the code."""

from pathlib import Path


def text() -> str:
    """manifest.yml as it is."""
    return (Path(__file__).parent.parent / "manifest.yml").read_text()

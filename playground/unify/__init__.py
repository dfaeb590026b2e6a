"""Unify's public API over the data of one workspace, as its OpenAPI documents describe it."""

from playground.unify.server import app
from playground.unify.workspace import Workspace

__all__ = ["Workspace", "app"]

from .worker import Worker

__all__ = ["Worker", "registry"]
from . import registry

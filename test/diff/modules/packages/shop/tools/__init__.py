from ..prices import PRICES as hidden

__all__ = ["exported"]


def exported():
    return f"exported, {len(hidden)} prices"

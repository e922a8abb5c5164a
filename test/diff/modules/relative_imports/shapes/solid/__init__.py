from .cube import Cube
from ..flat.square import Square


def volume_of(solid):
    return f"{solid.volume()} over {Square(solid.r).area()}"

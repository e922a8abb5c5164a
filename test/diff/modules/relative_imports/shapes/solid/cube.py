from ..flat.circle import Circle


class Cube(Circle):
    def volume(self):
        return self.r ** 3

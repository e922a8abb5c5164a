"""The paper random programs are written on: lines with indentation, and dice."""


class Writer:
    """Collects the lines of a program; `rng` decides all that is random."""

    def __init__(self, rng):
        self.rng = rng
        self.lines = []
        self.names = 0

    def line(self, depth, text):
        self.lines.append("    " * depth + text)

    def chance(self, percent):
        return self.rng.randrange(100) < percent

    def pick(self, choices):
        return self.rng.choice(choices)

    def some(self, choices, most):
        """Up to `most` different members of `choices`, in random order."""
        return self.rng.sample(choices, self.rng.randrange(min(most, len(choices)) + 1))

    def number(self, least, most):
        return self.rng.randint(least, most)

    def name(self, stem):
        """A name that the program does not have yet."""
        self.names += 1
        return f"{stem}{self.names}"

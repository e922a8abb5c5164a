from .prices import price_of
from .tools.text import shout


class Cart:
    def __init__(self, owner):
        self.owner = owner
        self.items = {}

    def add(self, name, count=1):
        self.items[name] = self.items.get(name, 0) + count

    def total(self):
        return sum(price_of(name) * count for name, count in self.items.items())

    def __str__(self):
        return f"{shout(self.owner)} {self.items}"

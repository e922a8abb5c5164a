"""What writers of one function's statements share."""


class Nesting:
    """Writes statements, some of which hold others; subclasses have `statement(depth)`."""

    def __init__(self, writer):
        self.writer = writer
        self.depth = 0

    def nested(self, depth, head):
        self.writer.line(depth, head)
        self.depth += 1
        for _ in range(self.writer.number(1, 3)):
            self.statement(depth + 1)
        self.depth -= 1

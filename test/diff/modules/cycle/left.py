import right


class Left:
    pass


def ping(n):
    return ["ping"] + (right.pong(n - 1) if n else [])


Left.partner = right.Right

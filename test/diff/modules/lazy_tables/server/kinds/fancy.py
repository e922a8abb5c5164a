class Fancy:
    pass

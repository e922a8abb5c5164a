class Old:
    pass


Old = Old.__qualname__

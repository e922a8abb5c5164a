class Life:
    pass

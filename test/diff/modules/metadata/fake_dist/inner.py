class Second:
    @classmethod
    def make(cls):
        return cls.__name__

# Subclasses of super: instances are theirs, have attributes of their own, and bind to instances as themselves.


class Base:
    def method(self, value):
        return f"Base({value})"


class Loud(super):
    def __init__(self, *args):
        self.made_with = len(args)
        super().__init__(*args)

    def shout(self):
        return self.__thisclass__.__name__.upper()


class Middle(Base):
    def method(self, value):
        bound = Loud(Middle, self)
        return f"Middle({value})[{type(bound).__name__} {bound.made_with} {bound.shout()}]" + bound.method(value)


class Last(Middle):
    def method(self, value):
        parent = self.__parent
        return f"Last({value})[{type(parent).__name__} {parent.made_with}]" + parent.method(value)


Last._Last__parent = Loud(Last)

print(Last().method(6))
print(repr(Loud(Middle)), repr(super(Last, Last())))
print(isinstance(Loud(Middle), super), Loud(Middle).__self__, Loud(Middle).__self_class__)

empty = super.__new__(super)
print(empty, empty.__thisclass__, empty.__self__)
empty.__init__(Middle, Middle())
print(empty.method(1))
again = super(Last, Last())
super.__init__(again, Middle)
print(again.__thisclass__.__name__, again.__self__)

for wrong in [lambda: super(1), lambda: super(Middle, 42), lambda: super(Middle, Base()), lambda: super(1, 2, 3),
              lambda: super(Middle, Middle(), None), lambda: super(cls=Middle), lambda: super(Last).__get__(Base()),
              lambda: super(Middle).method]:
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

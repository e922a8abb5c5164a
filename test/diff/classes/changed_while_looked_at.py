# Classes that change while an attribute of them is looked for: by a key of a dict that is no str, a method that deletes
# another one, or a descriptor that deletes itself; and metaclasses whose mro() answers what will not do.
import gc


class Named:
    """A key that stands where a str would, and acts when it is compared."""

    def __init__(self, name, action):
        self.name = name
        self.action = action

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        self.action()
        return False


class Descriptor:
    def __get__(self, instance, owner=None):
        return "described"


def a_key_deletes_the_descriptor():
    class C:
        attr = Descriptor()

    def delete():
        if "attr" in vars(C):
            del C.attr

    c = C()
    c.__dict__[Named("attr", delete)] = 0
    print(c.attr)
    gc.collect()
    print(hasattr(c, "attr"))


def a_key_changes_the_bases():
    class First:
        key = "of First"
        key2 = "of First, too"

    class Second:
        key = "of Second"
        key2 = "of Second, too"

    def change():
        cls.__bases__ = (Second,)

    cls = type("cls", (First,), {Named("key", change): 5})
    print(cls.key)
    print(cls.key2, cls.__mro__)


def hooks_delete_hooks():
    class C:
        def __getattr__(self, name):
            raise AttributeError("not " + name)

        def __getattribute__(self, name):
            del C.__getattr__
            for _ in range(3):
                gc.collect()
            raise AttributeError(name)

    try:
        C().attr
    except AttributeError as error:
        print(repr(error))


def a_property_deletes_itself():
    class C:
        @property
        def attr(self):
            del C.attr
            gc.collect()
            return "last time"

    c = C()
    print(c.attr, hasattr(c, "attr"))


def made_by(answer):
    class Meta(type):
        def mro(cls):
            return answer(cls)

    try:
        class C(metaclass=Meta):
            pass
    except TypeError as error:
        print("TypeError:", error)
    else:
        print([base.__name__ for base in C.__mro__])


def orders_by_metaclasses():
    made_by(lambda cls: [cls, object])
    made_by(lambda cls: (cls, Named, object))
    made_by(lambda cls: [cls, dict, object])
    made_by(lambda cls: [cls, 1])
    made_by(lambda cls: 1)
    made_by(lambda cls: [])

    class Reversed(type):
        def mro(cls):
            return type.mro(cls)[::-1]

    class A:
        def method(self):
            return "A"

    class B(A):
        def method(self):
            return "B"

    class C(B, metaclass=Reversed):
        pass

    print([base.__name__ for base in C.__mro__], C().method())


def orders_after_a_change_of_bases():
    asked = []

    class Meta(type):
        def mro(cls):
            asked.append(cls.__name__)
            return type.mro(cls)

    class A(metaclass=Meta):
        pass

    class B(metaclass=Meta):
        pass

    class C(A):
        pass

    class D(C):
        pass

    asked.clear()
    C.__bases__ = (B,)
    print(asked, [base.__name__ for base in D.__mro__])


def bases_that_cannot_be():
    class Failing(type):
        fails = False

        def mro(cls):
            if cls.fails and cls.__name__ == "D":
                raise RuntimeError("no order for D")
            return type.mro(cls)

    class A(metaclass=Failing):
        name = "A"

    class B(metaclass=Failing):
        name = "B"

    class C(A):
        pass

    class D(C):
        pass

    Failing.fails = True
    try:
        C.__bases__ = (B,)
    except RuntimeError as error:
        print(error)
    print(C.__bases__ == (A,), [base.__name__ for base in C.__mro__], D.name, A.__subclasses__() == [C], B.__subclasses__())
    Failing.fails = False
    C.__bases__ = (B,)
    print([base.__name__ for base in D.__mro__], C.name, D.name, A.__subclasses__(), B.__subclasses__() == [C])


def bases_within_a_change_of_bases():
    class Meta(type):
        inner = None

        def mro(cls):
            order = type.mro(cls)
            if cls.__name__ == "C" and Meta.inner:
                inner, Meta.inner = Meta.inner, None
                cls.__bases__ = inner
            return order

    class A(metaclass=Meta):
        name = "A"

    class B(A):
        name = "B"

    class B2(A):
        name = "B2"

    class C(A):
        pass

    Meta.inner = (B2,)
    C.__bases__ = (B,)
    print(C.__bases__ == (B2,), [base.__name__ for base in C.__mro__], C.name)
    try:
        A.__bases__ = (C,)
    except TypeError as error:
        print(error)


def comparing_without_the_method():
    def fails(self):
        raise AttributeError("no such comparison")

    class C:
        __eq__ = property(fails)
        __lt__ = property(lambda self: 1 / 0)
        __hash__ = None

    a, b = C(), C()
    print(a == b, a == a, a != b)
    try:
        a < b
    except TypeError as error:
        print(error)


a_key_deletes_the_descriptor()
a_key_changes_the_bases()
hooks_delete_hooks()
a_property_deletes_itself()
orders_by_metaclasses()
orders_after_a_change_of_bases()
bases_that_cannot_be()
bases_within_a_change_of_bases()
comparing_without_the_method()

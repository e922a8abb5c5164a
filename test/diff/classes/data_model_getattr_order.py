"""The order in which attribute access asks: data descriptor, instance dict, class, __getattr__."""


class Data:
    def __get__(self, instance, owner=None):
        return ("data", instance is not None, owner.__name__)

    def __set__(self, instance, value):
        print("  data set", value)

    def __delete__(self, instance):
        print("  data delete")


class NonData:
    def __get__(self, instance, owner=None):
        return ("nondata", instance is not None, owner.__name__)


class Base:
    data = Data()
    nondata = NonData()
    plain = "class value"

    def __init__(self):
        self.__dict__.update(data="hidden", nondata="from dict", other=1)

    def __getattr__(self, name):
        print("  __getattr__", name)
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError(f"no {name} here", name=name, obj=self)


b = Base()
print(b.data, b.nondata, b.plain, b.other, b.dyn_x, Base.data, Base.nondata)
b.data = 5
del b.data
b.plain = "instance value"
print(b.plain, Base.plain, b.__dict__)
del b.plain
print(b.plain)
for name in ("missing", "data2"):
    try:
        getattr(b, name)
    except AttributeError as error:
        print(error, error.name, error.obj is b)
print(getattr(b, "missing", "default"), hasattr(b, "missing"), hasattr(b, "dyn_q"))
for attempt in (lambda: delattr(b, "missing"), lambda: delattr(b, "plain"), lambda: delattr(Base, "nothing"), lambda: getattr(b, 5), lambda: setattr(b, None, 1), lambda: getattr(b), lambda: hasattr(b, 1), lambda: Base.nothing, lambda: object().x, lambda: setattr(object(), "x", 1), lambda: delattr(object(), "x")):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


class Strict:
    def __getattribute__(self, name):
        print("  getattribute", name)
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        print("  setattr", name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("  delattr", name)
        super().__delattr__(name)

    def method(self):
        return "called"


s = Strict()
s.x = 1
s.x += 1
print(s.x, s.method())
del s.x
print(s.__dict__, s.__class__.__name__)
len_like = type(s).method
print(len_like(s))

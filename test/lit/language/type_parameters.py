# Type parameter lists and `type` statements (PEP 695). The expectations are CPython 3.12's.

# RUN: %run -O0 %s | FileCheck %s
# CHECK: Pair tuple[T, T] (T,)
# CHECK: list[Tree]
# CHECK: 3 (T,) __main__.Box[int] 4
# CHECK: (<class '__main__.Box'>, <class 'typing.Generic'>, <class 'object'>) (typing.Generic[T],)
# CHECK: 1 5 (T,) {'items': list[T], 'default': T, 'return': T} first (5,) {'k': 3}
# CHECK: z (T, P, Ts) (<class 'int'>, <class 'str'>)
# CHECK: Outer.Inner 9 {'a': 1}

import asyncio

type Pair[T] = tuple[T, T]
type Tree = list[Tree]


class Box[T]:
    def __init__(self, item: T) -> None:
        self.item = item

    def get(self) -> T:
        return self.item


class IntBox(Box[int]):
    pass


def first[T](items: list[T], default: T = 5, *, k=3) -> T:
    return items[0] if items else default


async def show[T: (int, str), **P, *Ts](x: T) -> T:
    return x


class Outer:
    class Inner[K, V](dict[K, V]):
        pass

    def method[U](self, u: U) -> U:
        return (self, u)[1]


print(Pair, Pair.__value__, Pair.__type_params__)
print(Tree.__value__)
print(Box(3).get(), Box.__type_params__, Box[int], IntBox(4).get())
print(Box.__mro__, Box.__orig_bases__)
print(first([1, 2]), first([]), first.__type_params__, first.__annotations__, first.__name__,
      first.__defaults__, first.__kwdefaults__)
print(asyncio.run(show("z")), show.__type_params__, show.__type_params__[0].__constraints__)
print(Outer.Inner.__qualname__, Outer().method(9), Outer.Inner(a=1))

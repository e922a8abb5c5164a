"""Annotations under `from __future__ import annotations`: text made from the tree, not from the source."""

from __future__ import annotations
import typing
class A:
    a: "str"
    b: Dict["x",  int] = 1
    c: (1,2)
    d: list [ int ]
    e: lambda x,*y:  (x + 1)
    f: f"abc{x!r:>{w}}"
    g: x if y else z
    h: -1 ** 2
    i: not (a and b or c)
    j: {1:2, **k}
    k: [*a, *b]
    l: x[1:2, ::3]
    m: 1_000
    n: 0xff
    o: 1e10
    p: 'a' "b"
    r: b'x'
    s: {i for i in j if k}
    t: a.b.c(d, *e, f=1, **g)
    u: a < b <= c is not d not in e
    v: (await_)
    w: ...
    x: """multi
line"""
    y: 1j
    z: a @ b // c % d
    aa: (a, )
    bb: ()
    cc: a[b,]
    dd: (lambda: 1)()
    ee: 1 .real
    ff: ~a << b & c | d ^ e
    gg: (a + b) * c - (d - (e - f))
    hh: a ** -b ** c
    ii: (a ** b) ** c
    jj: x[(a, b)]
    kk: x[a:b]
    ll: "it's"
    mm: 'say "hi"'
    nn: (x for x in y)
    oo: typing.Callable[[int,str],None]
print(A.__annotations__)
def f(a:  int|None  = 3, *args:  "x", b: Dict [str,int], **kw:  (yes)) -> 'ret' : pass
print(f.__annotations__)

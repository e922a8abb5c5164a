"""f-strings: expressions, conversions, format specifications, nesting, debugging with =."""
name, n, x, items, d = "Ann", 42, 3.14159, [1, 2, 3], {"k": "v", "n": {"m": 1}}
print(f"{name} {n} {x} {items} {d} {None} {True} {1 + 2} {n * 2 - 1} {name.upper()} {items[1]} {d['k']} {d['n']['m']} {len(items)}")
print(f"{name!r} {name!s} {'é'!a} {name!r:>8} {x:.2f} {x:10.3f}| {n:05d} {n:x} {n:#x} {n:b} {n:,} {1234567.891:,.2f} {0.256:.1%} {n:>6}|{n:<6}|{n:^6}| {name:*^9}")
width, precision, fill, kind = 12, 3, "_", "e"
print(f"{x:{width}.{precision}f}| {x:{fill}>{width}}| {x:{fill}^{width}.{precision}{kind}}| {n:{'0' + str(8)}} {name:{len(name) + 4}}|")
print(f"{n=} {x = } {name=!r} {name=!s} {n + 1=} {x=:.2f} {items[0]=} { n = !r:>5}|")
print(f"{{}} {{{n}}} }}{{ {{{{", f"{'nested ' + str(n)} {f'{n}'} {f'''{f'{n}'}'''}", f'{"double"}', f"""{
    n
} multi
line {'''triple'''}""")
print(f"a" "b" f"{n}" 'c' rf"\d{n}" fr"{n}\n", f"", f"no fields", F"{n}", f"{n}" * 2, f"{'{'}" + f"{'}'}")
print(f"{(lambda v: v * 2)(4)} {[i for i in range(3)]} { {1: 2} } {{1, 2}} {(1, 2)} {n if n > 5 else 'small'} {n > 5 and 'yes'} {(y := n + 1)} {y} {not n}")
print(f"{'日本':>6}|{'🐍':^5}|{'é':<3}|", f"{n!r:^{width}}|", f"{items!s:>12}", f"{1e10:g} {1e-10:g} {123456789.0:g} {100000.0} {1e16}")
class Thing:
    def __format__(self, spec):
        return f"Thing[{spec}]"
    def __str__(self):
        return "str!"
    def __repr__(self):
        return "repr!"
t = Thing()
print(f"{t} {t:abc} {t!s} {t!r} {t!s:>6} {t:{n}x} {t=} {t:%H:%M} {t:}")
def gen():
    value = yield f"got {(yield 1)}"
    print(f"{value=}")
g = gen()
print(next(g), g.send("sent"), next(g, "end"))
class Spec:
    def __format__(self, spec):
        return repr(spec)
print(f'''{Spec():
}''', f'''{Spec():a
}''', f'''{Spec():
 a }''', f"{Spec(): }", f'''{Spec():{n}
}''', f'''{Spec()=!s: 
}'''[:5])

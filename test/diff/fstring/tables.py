"""Tables and reports printed with f-strings: alignment of text, numbers and Unicode."""
from dataclasses import dataclass

@dataclass
class Item:
    name: str
    price: float
    count: int
items = [Item("tea", 3.5, 12), Item("coffee beans", 12.25, 3), Item("Käse", 7, 250), Item("水", 0.995, 10**6), Item("", -1, 0)]
print(f"{'name':<14}|{'price':>10}|{'count':^11}|{'total':>16}")
print("-" * 14 + "+" + "-" * 10 + "+" + f"{'':-^11}" + "+" + f"{'':->16}")
for i in items:
    print(f"{i.name:<14}|{i.price:>10.2f}|{i.count:^11,}|{i.price * i.count:>16,.2f}")
print(f"{'sum':.<14}|{sum(i.price for i in items):=+10.3f}|{sum(i.count for i in items):011}|{sum(i.price * i.count for i in items):>+16_.1f}")
for n in (0, 7, 255, 1024, -5, 2**40):
    print(f"{n:>15} {n:#x} {n:#o} {n:#b} {n:08b} {n:+} {n: } {n:X} {n:>#10x} {n:<8}| {n:=+8} {n:_} {n:,} {n:e} {n:%}" if abs(n) < 2**30 else f"{n:_b} {n:_x} {n:,}")
for v in (0.0, 1.0, -2.5, 1234.5678, 1e-7, 1e25, float("inf"), float("nan")):
    print(f"{v:8} {v:8.2f} {v:8.2e} {v:8.2g} {v:08.1f} {v:+.0f} {v:,.1f} {v:.1%} {v!r:>22} {v:<10}| {v:^12.3}|")
for year in range(2020, 2024):
    print(f"{year} {'leap' if year % 4 == 0 else 'common':>6} {year % 100:02d} {year:,} {'*' * (year - 2019):<5}|")

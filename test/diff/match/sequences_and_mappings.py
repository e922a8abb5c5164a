"""match on sequences and mappings: lengths, stars, nesting, rests, and what does not match."""
from collections import OrderedDict, deque


def sequence(value):
    match value:
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, *rest]:
            return f"starts with 1, rest {rest}"
        case [*init, "end"]:
            return f"ends with end, before {init}"
        case (x, y) if x == y:
            return f"twins {x}"
        case [[a, b], [c, *_]]:
            return f"nested {a}{b}{c}"
        case [x, *_, y]:
            return f"from {x} to {y}"
        case _:
            return "no sequence"


for value in ([], (), [5], (1, 2, 3), [1], [0, "end"], ["end"], (4, 4), [[1, 2], [3, 4, 5]], range(5), "ab", b"ab",
              {1, 2}, {1: 2}, deque([7, 8, 9]), None, iter([1])):
    shown = type(value).__name__ if hasattr(value, "__next__") else repr(value)
    print(shown, "->", sequence(value))


def mapping(value):
    match value:
        case {"type": "point", "x": x, "y": y}:
            return f"point {x},{y}"
        case {"type": "line", "points": [{"x": x1}, {"x": x2}], **rest}:
            return f"line {x1}-{x2} {rest}"
        case {"error": {"code": int(code)}}:
            return f"error {code}"
        case {1: one, None: nothing}:
            return f"odd keys {one} {nothing}"
        case {"items": [first, *_] as items}:
            return f"{len(items)} items from {first}"
        case {}:
            return f"some mapping of {len(value)}"
        case _:
            return "no mapping"


for value in ({"type": "point", "x": 1, "y": 2}, {"type": "point", "x": 1},
              {"type": "line", "points": [{"x": 1, "z": 0}, {"x": 2}], "color": "red", "width": 3},
              {"error": {"code": 404}}, {"error": {"code": "x"}}, {1: "a", None: "b"},
              {"items": "text"}, {"items": [7, 8]}, {}, OrderedDict(error={"code": 1}), [("a", 1)]):
    print(mapping(value))

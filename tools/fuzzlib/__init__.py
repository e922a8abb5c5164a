"""What the generators of random programs share: see tools/fuzz-programs.

Each module writes one kind of case. A case is a function of a generated program; everything it
shows is printed, so that programs run by CPython and compiled ones can be compared by case."""

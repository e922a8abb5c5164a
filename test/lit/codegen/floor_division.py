# Floor division and remainder have the signs Python gives them, however the numbers are held.

# RUN: %run %s > %t.ours
# RUN: %python %s > %t.theirs
# RUN: cmp %t.ours %t.theirs

for a in (-7, -6, -1, 0, 1, 6, 7):
    for b in (-3, -2, -1, 1, 2, 3):
        print(a, b, a // b, a % b)

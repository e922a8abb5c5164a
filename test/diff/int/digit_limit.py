"""The limit on digits in conversions between int and decimal text; other bases have none."""
big = 10**4300
for action in (lambda: str(big), lambda: int("1" * 4301), lambda: f"{big}", lambda: repr(-big), lambda: "%d" % big,
               lambda: int(" " + "9" * 4299 + "_9" + "9" * 10)):
    try:
        print(len(action()))
    except ValueError as error:
        print("ValueError:", error)
print(len(str(big - 1)), len(str(1 - big)), int("9" * 4300) == big - 1)
print(len(hex(big)), len(bin(big)), int(hex(big), 16) == big, int("f" * 5000, 16) == 16**5000 - 1)
print(big * big % 97, (big * big) // big == big, big > 10**4299, -big < 0, len(f"{big:x}"))
print((big // 3) % 10**20, pow(big, 3, 10**9 + 7), (big - 1) ** 2 % 10**30)

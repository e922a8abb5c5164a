print("  first starts")
import second

counter = 1


def bump():
    global counter
    counter += 1


print("  first ends")

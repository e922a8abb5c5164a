print("  second runs")
import first

seen_by_second = hasattr(first, "counter")


def read():
    return first.counter

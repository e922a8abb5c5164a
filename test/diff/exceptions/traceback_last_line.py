"""An uncaught exception of one's own, raised from another: exit status 1, the last line of stderr."""
import sys


class PaymentError(Exception):
    def __str__(self):
        return f"payment of {self.args[0]} failed"


def pay(amount):
    try:
        return amount / 0
    except ZeroDivisionError as error:
        raise PaymentError(amount) from error


print("before")
sys.stdout.flush()
pay(5)
print("never")

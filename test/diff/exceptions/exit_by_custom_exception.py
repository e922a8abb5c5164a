"""An uncaught exception of a nested class with notes and a cause."""


class Service:
    class Unavailable(RuntimeError):
        def __str__(self):
            return f"unavailable after {self.args[0]} tries"


def connect():
    try:
        raise ConnectionRefusedError(111, "Connection refused")
    except OSError as error:
        failure = Service.Unavailable(3)
        failure.add_note("check the address")
        raise failure from error


print("connecting")
connect()

"""An uncaught ExceptionGroup ends the program with status 1."""


def worker(n):
    if n % 2:
        raise ValueError(f"odd {n}")
    raise KeyError(n)


errors = []
for n in range(3):
    try:
        worker(n)
    except Exception as error:
        errors.append(error)
print(len(errors), "errors")
raise ExceptionGroup("workers failed", errors)

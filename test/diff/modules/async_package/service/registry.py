_workers = []


def add(worker):
    _workers.append(worker)


def names():
    return [worker.name for worker in _workers]

"""Managers: objects of a server process, used through proxies."""
# difftest: no-wasi (processes)
# difftest: timeout 60
import multiprocessing as mp
from multiprocessing.managers import BaseManager


class Counter:
    def __init__(self, start=0):
        self.number = start

    def add(self, step):
        self.number += step
        return self.number


class CounterManager(BaseManager):
    pass


CounterManager.register('Counter', Counter)


def change(mapping, items):
    mapping['x'] = 1
    items.append(5)


if __name__ == '__main__':
    with mp.Manager() as manager:
        mapping, items, space = manager.dict(), manager.list([1]), manager.Namespace()
        space.a = 4
        process = mp.Process(target=change, args=(mapping, items))
        process.start()
        process.join()
        print(mapping, items, dict(mapping), list(items), space.a, space)
        queue, lock = manager.Queue(), manager.Lock()
        queue.put(3)
        with lock:
            print(queue.get(), queue.empty(), manager.Value('i', 9).value, manager.Array('i', [1, 2])[1])
        try:
            mapping['missing']
        except KeyError as error:
            print('KeyError', error)
    with CounterManager() as manager:
        counter = manager.Counter(10)
        counter.add(2)
        print(counter.add(5))

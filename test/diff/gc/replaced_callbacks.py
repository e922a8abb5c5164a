"""Another list in place of gc.callbacks changes nothing: the collector keeps its own."""
import gc

calls = []
gc.callbacks.append(lambda phase, info: calls.append(phase))
gc.disable()
own = gc.callbacks
gc.callbacks = [lambda phase, info: print("never")]
gc.collect()
print(calls, len(own), len(gc.callbacks))
del own
kept = [[number] for number in range(1000)]
gc.collect()
print(calls, len(kept))

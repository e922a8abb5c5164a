"""The C part of pickle. Only programs that pickle or unpickle need more of it than its errors."""
from _pickle_machines import Pickler, Unpickler, dump, dumps, load, loads
from _pickle_native import PickleBuffer, PickleError, PicklingError, UnpicklingError

"""The start method `forkserver` begins a new interpreter, which a compiled program does not have."""

from . import popen_spawn_posix

__all__ = ['Popen']


class Popen(popen_spawn_posix.Popen):
    method = 'forkserver'

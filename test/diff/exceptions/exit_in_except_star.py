"""sys.exit in except*: the exit stands in a group, after the group that was being handled."""
import sys

try:
    raise ExceptionGroup("jobs", [ValueError(1), ExceptionGroup("more", [ValueError(2), KeyError(3)])])
except* KeyError:
    print("a key")
except* ValueError as group:
    sys.exit(len(group.exceptions))

"""The last line of an uncaught exception whose text has several lines and notes."""
error = RuntimeError("first line\nsecond line")
error.add_note("a note\nits second line")
raise error

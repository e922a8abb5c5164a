"""SystemExit raised by hand."""
raise SystemExit(7)

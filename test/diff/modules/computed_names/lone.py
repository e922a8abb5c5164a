value=2

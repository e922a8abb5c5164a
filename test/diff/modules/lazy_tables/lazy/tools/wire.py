def connect(where):
    return "connected " + where

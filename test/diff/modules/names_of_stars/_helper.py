def helped():
    return "helped"

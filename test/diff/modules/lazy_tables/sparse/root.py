def grow():
    return "grown"

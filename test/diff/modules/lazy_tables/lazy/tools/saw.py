cut = "cut by " + __name__

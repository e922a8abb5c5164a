NAME = 'red of ' + __name__

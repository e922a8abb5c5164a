NAME = 'air of ' + __name__

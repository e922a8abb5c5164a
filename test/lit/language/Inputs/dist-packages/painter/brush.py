NAME = 'brush of ' + __name__

from early import other

value = 2

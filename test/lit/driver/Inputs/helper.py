import math

text = str(math.pi)

import zeta
value = 1

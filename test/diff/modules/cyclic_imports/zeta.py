import epsilon
epsilon.value

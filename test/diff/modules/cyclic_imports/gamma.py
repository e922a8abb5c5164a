import delta
thing = 1

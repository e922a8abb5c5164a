print("beta starts")
import alpha
print("beta sees", hasattr(alpha, "name"))
value = "beta value"


def use_alpha():
    from alpha import name
    return name


print("beta ends")

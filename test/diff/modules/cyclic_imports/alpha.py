print("alpha starts")
import beta
name = "alpha name"


def use_beta():
    return beta.value


print("alpha ends")

"""An uncaught NameError with a suggestion."""

configuration = {"debug": True}


def main():
    print(configuration["debug"])
    print(confguration)


main()

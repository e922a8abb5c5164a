"""Method calls whose target is usually one known method, and what makes it another one."""

import asyncio


class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount
        return self.balance

    def fail(self, text):
        raise ValueError(text)

    async def slow(self, amount):
        await asyncio.sleep(0)
        return self.deposit(amount)


class Audited(Account):
    pass


class Foreign:
    def __getattr__(self, name):
        return lambda *args: (name, args)


def use(account, amount):
    return account.deposit(amount)


accounts = [Account(), Audited(), Account(), Foreign()]
for _ in range(3):
    print([use(account, 2) for account in accounts])

# The instance's own attribute comes first, also when it comes later.
first = accounts[0]
first.deposit = lambda amount: ("own", amount)
print(use(first, 3), use(accounts[1], 3), use(accounts[2], 3))
del first.deposit
print(use(first, 3))

# The class changes, a subclass overrides, the base class of an instance changes.
Audited.deposit = lambda self, amount: ("audited", amount)
print([use(account, 1) for account in accounts])
del Audited.deposit
print([use(account, 1) for account in accounts])
original = Account.deposit
Account.deposit = lambda self, amount: ("patched", amount)
print([use(account, 1) for account in accounts])
Account.deposit = original
print([use(account, 1) for account in accounts])
accounts[2].__class__ = Audited
print(use(accounts[2], 5), type(accounts[2]).__name__)

# Instances with attributes in a dictionary.
accounts[1].__dict__["deposit"] = lambda amount: ("dictionary", amount)
print(use(accounts[1], 1))
accounts[1].__dict__.clear()
try:
    use(accounts[1], 1)
except AttributeError as error:
    print(error)

# Immediate values and built-in objects.
for other in (1, None, "text", [1], 2.5, True):
    try:
        use(other, 1)
    except AttributeError as error:
        print(error)

# More classes than a call site remembers.
classes = [type(f"Made{i}", (Account,), {}) for i in range(40)]
print(sum(use(cls(), i) for i, cls in enumerate(classes)))

# The number of arguments is checked by the call.
for arguments in ((), (1, 2)):
    try:
        first.deposit(*arguments)
    except TypeError as error:
        print(error)
try:
    first.deposit()
except TypeError as error:
    print(error)

try:
    first.fail("no")
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_lineno)


async def main():
    print(await first.slow(10), await asyncio.gather(*[account.slow(1) for account in accounts[:1]]))
    try:
        await Foreign().slow(1)
    except TypeError as error:
        print(error)


asyncio.run(main())

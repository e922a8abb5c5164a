# What asks where it is called: classes made by calls know their module, frames their function and line.
import helper
import sys

print(helper.make())
print(helper.here(), helper.first_of_stack(), helper.MODULE)
print(helper.Plain().where(), sys._getframe().f_code.co_name, type('X', (), {}).__module__)

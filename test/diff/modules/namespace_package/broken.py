print("broken starts")
raise ValueError("cannot be imported")

print("import flat")

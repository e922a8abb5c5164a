print("  third runs")
VALUE = 3

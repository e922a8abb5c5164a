from early_other import value

other = 1

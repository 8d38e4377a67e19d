from promo import discount
assert discount(100, 50, 10) == 10
assert discount(100, 5, 10) == 5
assert discount(0, 5, 10) == 0

from cart import Cart
a = Cart(); a.add("x", 1)
b = Cart(); b.add("y", 2)
assert a.items == [("x", 1)] and b.items == [("y", 2)]
mine = [("z", 3)]
assert Cart(mine).total() == 3

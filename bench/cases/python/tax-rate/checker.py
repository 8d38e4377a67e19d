from billing import Invoice
i = Invoice(20); i.add(100); i.add(50)
assert i.gross() == 180

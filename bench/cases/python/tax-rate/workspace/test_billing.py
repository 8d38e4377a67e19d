from billing import Invoice


def test_net():
    invoice = Invoice(20)
    invoice.add(100)
    assert invoice.net() == 100

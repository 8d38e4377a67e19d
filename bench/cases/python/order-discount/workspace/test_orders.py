from orders import discount_label, subtotal, total


def order(**more):
    return {"lines": [{"price": 500, "quantity": 2}, {"price": 250}], **more}


def test_subtotal():
    assert subtotal(order()) == 1250


def test_total_with_discount():
    assert total(order(discount=10)) == 1125


def test_label():
    assert discount_label(order()) == "no discount"

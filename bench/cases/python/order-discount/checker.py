from orders import total
assert total({"lines": [{"price": 500, "quantity": 2}]}) == 1000
assert total({"lines": [{"price": 500}], "discount": 50}) == 250
assert total({"lines": []}) == 0

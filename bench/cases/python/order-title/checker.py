from mail import subject
assert subject(1042, "SHIPPED") == "Order 1042 is shipped"
assert subject("A-7", "OPEN") == "Order A-7 is open"

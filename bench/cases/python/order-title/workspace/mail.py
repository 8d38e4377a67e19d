def subject(order_id, status):
    return "Order " + order_id + " is " + status.lower()


def body(name, lines):
    text = "Hello " + name + ",\n"
    for line in lines:
        text += "- " + line + "\n"
    return text

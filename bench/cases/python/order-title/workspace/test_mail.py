from mail import body


def test_body():
    assert body("Ann", ["pen"]) == "Hello Ann,\n- pen\n"

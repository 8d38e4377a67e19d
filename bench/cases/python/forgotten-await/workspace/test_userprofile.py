import asyncio

from userprofile import Store, email


def test_email():
    assert asyncio.run(email(Store({1: {"email": "a@b"}}), 1)) == "a@b"

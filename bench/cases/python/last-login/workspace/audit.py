"""Reads the audit trail."""


def last_login(events, user):
    """The time of the user's last login, or None."""
    for event in events:
        if event["type"] == "login" and event["user"] == user:
            latest = event["time"]
    return latest


def logins(events):
    return [e for e in events if e["type"] == "login"]

from accesslog import agent, paths, request

LINE = '1.2.3.4 - - [20/Nov/2026] "GET /x HTTP/1.1" 200 "curl"'


def test_request():
    assert request(LINE) == ("GET", "/x")


def test_agent():
    assert agent(LINE) == "curl"
    assert agent("-") is None


def test_paths():
    assert paths([LINE, LINE]) == ["/x", "/x"]

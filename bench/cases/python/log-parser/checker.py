from accesslog import paths, request
assert request("garbage") is None
line = '1.2.3.4 - - [20/Nov/2026] "GET /x HTTP/1.1" 200 "curl"'
assert paths(["garbage", line, ""]) == ["/x"]

"""The parts of a batch look as in BatchingRequests.md: a reason phrase, and names of headers in the capitals of IIS."""

from __future__ import annotations

from tests.sandbox.foreign.bare import Line

BOUNDARY = "77f2569d-c005-442b-b856-782305305e5f"


def batch(line: Line, *requests: str) -> list[str]:
    """The parts of the response to a batch, without the boundaries."""
    rows = [f"--{BOUNDARY}\r\nContent-Type: application/http; msgtype=request\r\n\r\n{one}\r\n" for one in requests]
    kind = {"Accept": "multipart/batching", "Content-Type": f"multipart/batching;boundary={BOUNDARY}"}
    found = line.send("POST ~/batch", f"{''.join(rows)}--{BOUNDARY}--\r\n", kind)
    mark = found["Content-Type"].partition('boundary="')[2].rstrip('"')
    _, *parts, end = found.content.decode().split(f"--{mark}")
    assert end.strip() == "--"
    return parts


def get(path: str) -> str:
    return f"GET {path} HTTP/1.1\r\nHost: lyncweb.contoso.com\r\nAccept: application/json\r\n"


def test_part_has_status_line_and_names_as_in_the_guide(ann_line):
    (part,) = batch(ann_line, get(f"{ann_line.home}/me"))

    outer, inner, body = part.split("\r\n\r\n", 2)
    rows = inner.split("\r\n")
    assert outer.strip() == "Content-Type: application/http; msgtype=response"
    assert rows[0] == "HTTP/1.1 200 OK"
    assert "Content-Type: application/json" in rows
    assert any(row.startswith('ETag: "') for row in rows)
    assert '"rel": "me"' in body


def test_part_that_failed_has_its_reason_phrase(ann_line):
    missing, refused = batch(
        ann_line, get(f"{ann_line.home}/nowhere"), get(f"{ann_line.home}/me") + "Authorization: x\r\n"
    )

    assert "\r\nHTTP/1.1 404 Not Found\r\n" in missing
    assert "\r\nHTTP/1.1 401 Unauthorized\r\n" in refused
    assert refused.count("\r\nWWW-Authenticate: ") == 2


def test_part_without_a_body_has_its_phrase(ann_line):
    post = f"POST {ann_line.home}/me/note HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{{}}"

    (part,) = batch(ann_line, post)

    assert "\r\nHTTP/1.1 204 No Content\r\n" in part


def test_parts_come_in_the_order_of_the_requests(ann_line):
    parts = batch(ann_line, get(f"{ann_line.home}/people/contacts"), get(f"{ann_line.home}/me"))

    assert ['"rel": "myContacts"' in parts[0], '"rel": "me"' in parts[1]] == [True, True]

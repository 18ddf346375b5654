"""Somebody who saves notes again and again and keeps a synced list of those the server has acknowledged.

Run as a program of its own: `python client.py ADDRESS CHILD LIST`. Ends when it is stopped.
"""

import http.cookiejar
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

TEXT = "Sad alene i garderoben. " * 40


class _Stay(urllib.request.HTTPRedirectHandler):
    """A redirect is the acknowledgement itself; it is not followed."""

    def redirect_request(self, *args: object) -> None:
        return None


def main(base: str, child: str, acknowledged: str) -> None:
    """Sign in as Mette and save until stopped."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar), _Stay())
    with open(acknowledged, "a", encoding="ascii") as kept:
        while True:
            try:
                _save_until_it_breaks(opener, jar, base, child, kept.fileno())
            except (OSError, urllib.error.URLError):
                time.sleep(0.05)


def _save_until_it_breaks(
    opener: urllib.request.OpenerDirector, jar: http.cookiejar.CookieJar, base: str, child: str, kept: int
) -> None:
    opener.open(f"{base}/demo/", timeout=5).read()
    _post(opener, jar, f"{base}/demo/", person="mette")
    while True:
        ref = str(uuid.uuid4())
        subject = f"child:{child}" if ":" not in child else child
        if _post(opener, jar, f"{base}/noter/ny/", ref=ref, subject=subject, facts=f"{TEXT}{ref}", level="2") != 302:
            raise OSError("not acknowledged")
        os.write(kept, f"{ref}\n".encode())
        os.fsync(kept)


def _post(opener: urllib.request.OpenerDirector, jar: http.cookiejar.CookieJar, url: str, **form: str) -> int:
    token = next(cookie.value or "" for cookie in jar if cookie.name == "csrftoken")
    data = urllib.parse.urlencode({"csrfmiddlewaretoken": token, **form}).encode()
    try:
        return int(opener.open(urllib.request.Request(url, data, {"Referer": url}), timeout=10).status)
    except urllib.error.HTTPError as answer:
        return answer.code


if __name__ == "__main__":
    main(*sys.argv[1:4])

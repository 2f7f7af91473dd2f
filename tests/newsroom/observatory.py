"""The score Mozilla's Observatory would give an answer, computed by its published tests and modifiers (version 2).

Source: https://github.com/mdn/mdn-http-observatory, `src/grader/charts.js`. Only what this site can meet is scored;
anything worse than expected is an AssertionError, so that a lost header never hides behind a gained one.
"""

import base64
import hashlib
import re
from urllib.parse import urlsplit

CSP_REQUIRED = {
    "default-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "object-src": ["'none'"],
}
SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script>", re.IGNORECASE | re.DOTALL)


def directives(policy: str) -> dict[str, list[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {part[0]: part[1:] for part in parts}


def score(answer) -> int:
    """100 and the bonuses earned. The answer must come from a site at https."""
    points = 100
    points += _content_security_policy(answer)
    points += _cookies(answer)
    points += _referrer_policy(answer)
    points += _scripts(answer)
    points += _resource_policy(answer)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert int(re.search(r"max-age=(\d+)", answer["Strict-Transport-Security"])[1]) >= 15768000
    assert "Access-Control-Allow-Origin" not in answer.headers
    return points


def _content_security_policy(answer) -> int:
    """+10 without any unsafe-* and with default-src 'none'; +5 for frame-ancestors in place of X-Frame-Options."""
    policy = directives(answer["Content-Security-Policy"])
    assert {name: policy.get(name) for name in CSP_REQUIRED} == CSP_REQUIRED
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert not re.search(r"(^|\s)(\*|https?:|data:|blob:)(\s|;|$)", answer["Content-Security-Policy"])
    return 10 + 5


def _cookies(answer) -> int:
    """+5 where there are cookies, and all are Secure and __Host-, sessions HttpOnly, all SameSite."""
    for name, cookie in answer.cookies.items():
        assert name.startswith("__Host-"), name
        assert (cookie["secure"], cookie["httponly"], cookie["path"], cookie["domain"]) == (True, True, "/", "")
        assert cookie["samesite"] in {"Lax", "Strict"}
    return 5 if answer.cookies else 0


def _referrer_policy(answer) -> int:
    assert answer["Referrer-Policy"] in {
        "no-referrer",
        "same-origin",
        "strict-origin",
        "strict-origin-when-cross-origin",
    }
    return 5


def _scripts(answer) -> int:
    """+5 where every script has its digest; a script of another site is no question of points."""
    if not answer["Content-Type"].startswith("text/html"):
        return 0
    scripts = SCRIPT.findall(answer.content)
    for attributes, text in scripts:
        if source := re.search(rb'\bsrc="([^"]+)"', attributes):
            assert urlsplit(source[1]).netloc == b""
        elif b"json" not in attributes:  # JSON is data to a browser; anything else must be allowed by its hash
            digest = base64.b64encode(hashlib.sha256(text).digest()).decode()
            assert f"'sha256-{digest}'" in answer["Content-Security-Policy"], b"an inline script: " + attributes
    shipped = [attributes for attributes, _text in scripts if b"src=" in attributes]
    return 5 if shipped and all(b"integrity=" in attributes for attributes in shipped) else 0


def _resource_policy(answer) -> int:
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    return 10

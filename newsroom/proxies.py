"""The true address of a client: forwarded headers count only when they come from a proxy the operator named."""

import ipaddress

from django.conf import settings


def _parsed(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """`text` as an address, one of IPv4 written as IPv6 (::ffff:192.0.2.1) as itself; else None."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def client_address(remote: str, forwarded: str) -> str:
    """The nearest address that is no trusted proxy, read from the right of `forwarded` (RFC 7239, section 7.4).

    What stands left of it was written by the client and proves nothing.
    """
    address = _parsed(remote)
    if address is None:
        return remote
    for hop in reversed([part.strip() for part in forwarded.split(",") if part.strip()]):
        if not any(address in network for network in settings.TRUSTED_PROXIES):
            break
        further = _parsed(hop)
        if further is None:
            break
        address = further
    return str(address)


def neighbourhood(address: str) -> str:
    """Whom a limit counts as one: an IPv4 address, or the /64 network that one IPv6 customer has all to itself."""
    parsed = _parsed(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return address


class TrustedProxyMiddleware:
    """Set REMOTE_ADDR and the scheme from a trusted proxy's headers, and drop those headers from everyone else."""

    FORWARDED = (
        "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT",
        "HTTP_X_FORWARDED_SERVER", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_X_HOST", "HTTP_X_ORIGINAL_URL",
        "HTTP_X_REWRITE_URL",
    )  # fmt: skip

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        headers = {name: request.META.pop(name, "") for name in self.FORWARDED}
        remote = request.META.get("REMOTE_ADDR", "")
        request.META["REMOTE_ADDR"] = client_address(remote, headers["HTTP_X_FORWARDED_FOR"])
        scheme = headers["HTTP_X_FORWARDED_PROTO"]
        address = _parsed(remote)
        if scheme in {"http", "https"} and any(address in network for network in settings.TRUSTED_PROXIES if address):
            request.environ["wsgi.url_scheme"] = scheme
        return self.get_response(request)

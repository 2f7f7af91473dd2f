"""The true address of a client: forwarded headers count only when they come from a proxy the operator named."""

import ipaddress

from django.conf import settings


def _is_trusted(address: str) -> bool:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in settings.TRUSTED_PROXIES)


def client_address(remote: str, forwarded: str) -> str:
    """The nearest address that is no trusted proxy, read from the right of `forwarded` (RFC 7239, section 7.4).

    What stands left of it was written by the client and proves nothing.
    """
    address = remote
    for hop in reversed([part.strip() for part in forwarded.split(",") if part.strip()]):
        if not _is_trusted(address):
            break
        try:
            address = str(ipaddress.ip_address(hop))
        except ValueError:
            break
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
        if _is_trusted(remote):
            request.META["REMOTE_ADDR"] = client_address(remote, headers["HTTP_X_FORWARDED_FOR"])
            if headers["HTTP_X_FORWARDED_PROTO"] in {"http", "https"}:
                request.environ["wsgi.url_scheme"] = headers["HTTP_X_FORWARDED_PROTO"]
        return self.get_response(request)

"""What is known of the request under way, for logs written far from it: a number to find it by, and whose it is.

`articles` and `comments` log through plain `logging`; `newsroom.logs` adds what stands here to each line.
"""

import secrets
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")
client: ContextVar[str] = ContextVar("client", default="")


class RequestFactsMiddleware:
    """Give each request a number (never one the client sent, promise R15) and note the client's true address.

    Stands right after `newsroom.proxies.TrustedProxyMiddleware`, which found that address.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.number = secrets.token_hex(6)
        tokens = request_id.set(request.number), client.set(request.META.get("REMOTE_ADDR", ""))
        try:
            response = self.get_response(request)
        finally:
            request_id.reset(tokens[0])
            client.reset(tokens[1])
        if response.status_code >= 500:
            response.headers["X-Request-ID"] = request.number
        return response

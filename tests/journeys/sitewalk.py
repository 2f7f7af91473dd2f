"""Every public page of the served demo, found as a reader would: by its links."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from tests.browser import DemoNewsroom

# What is no page of the public site: the desk's own, files, and feeds.
NOT_PAGES = re.compile(
    r"^/(?:admin|accounts|static|media|codes|feeds|api|healthz|metrics)(?:/|$)|\.(?:xml|txt|json|png)$"
)
KINDS = {
    "front": r"/",
    "story": r"/articles/\d+/",
    "section": r"/sections/[^/]+/",
    "tag": r"/tags/[^/]+/",
    "reporter": r"/reporters/\d+/",
    "correspondent": r"/correspondents/\d+/",
    "day": r"/archive/\d{4}/\d{2}/\d{2}/",
    "flat page": r"/pages/[^/]+/",
}


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        href = dict(attrs).get("href")
        if tag == "a" and href:
            self.found.append(href)


@dataclass(frozen=True)
class PublicPage:
    path: str
    status: int
    headers: dict[str, str]
    html: str

    @property
    def kind(self) -> str:
        path = urlsplit(self.path).path
        return next((kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, path)), "other")


def links(html: str, at: str) -> list[str]:
    """Paths (with their query) within the site that `html`, found at the path `at`, leads to."""
    parser = _Links()
    parser.feed(html)
    found = []
    for href in parser.found:
        parts = urlsplit(urljoin("http://site" + at, href))
        if parts.scheme == "http" and parts.netloc == "site" and not NOT_PAGES.search(parts.path):
            found.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    return found


def walk(newsroom: DemoNewsroom, most: int = 600) -> dict[str, PublicPage]:
    """Every page that links lead to from the front page, by path; redirects count as what they lead to."""
    todo, pages = ["/"], {}
    while todo and len(pages) < most:
        path = todo.pop(0)
        if path in pages:
            continue
        status, headers, html = newsroom.fetch(path)
        pages[path] = PublicPage(path, status, headers, html)
        if headers.get("content-type", "").startswith("text/html"):
            todo += [link for link in links(html, path) if link not in pages]
    return pages


def one_of_each(pages: dict[str, PublicPage]) -> dict[str, str]:
    """For each kind the path of its fullest page, which shows most of what the kind can show."""
    fullest: dict[str, PublicPage] = {}
    for page in pages.values():
        if page.kind != "other" and "?" not in page.path:
            best = fullest.get(page.kind)
            if best is None or len(page.html) > len(best.html):
                fullest[page.kind] = page
    return {kind: page.path for kind, page in fullest.items()}

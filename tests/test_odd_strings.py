"""Odd strings never break a page (promise S3): no answer of 500 or more, and none that takes long.

Every parameter of every address, in its path, its query and its forms, meets odd strings. Which ones is chance, but in
`--full` all of them go everywhere that text is typed; the seed is printed, and HOSTILE_SEED repeats a run.
"""

import itertools
import os
import random
import sys
import time
import traceback
from dataclasses import dataclass, field
from urllib.parse import quote_from_bytes

import lxml.html
import pytest
from django.core.cache import cache
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.test import Client
from django.urls import get_resolver

from articles import workflow
from tests.addresses import Address, World, all_addresses, make_world
from tests.factories import make_account
from tests.hostile.strings import ODD_STRINGS, described, sample

SECONDS, SECONDS_OF_A_LONG_ONE, LONG = 2, 10, 1_000_000
MOST_IN_AN_ADDRESS = 20_000
"""Bytes before they are percent-encoded: the server's own parser takes no address longer than 64 kB."""
IN_CI = len(ODD_STRINGS) // 10
ADDRESSES = [address for address in all_addresses() if not address.about]
QUERIES = {
    "list": ["q", "p", "o", "all", "e", "_popup", "_to_field", "_changelist_filters", "status", "section", "published",
             "described", "is_active__exact", "id__exact", "headline__icontains", "section__id__exact", "ot"],
    "admin": ["q", "page", "from", "to", "vanished", "revise", "next", "_popup", "_to_field", "status", "undo", "tags"],
    "site": ["page", "q", "next", "utm_source", "date", "sort"],
}  # fmt: skip
TYPED = {"text", "hidden", "email", "url", "number", "search", "tel", "date", "datetime-local", "password", "textarea"}
SUBMITS = ".//button[@name]|.//input[@type='submit'][@name]"
LEFT_ALONE = {"csrfmiddlewaretoken"}
SHOWING = [
    "front",
    "feed_all",
    "admin:index",
    "admin:articles_article_changelist",
    "admin:articles_frontplace_changelist",
]


@dataclass
class Asker:
    """Asks as a chief editor and keeps what went wrong; what a request changes is undone after it."""

    client: Client
    world: World
    problems: list[str] = field(default_factory=list)
    raised: str = ""

    def note_exception(self, **_signal) -> None:
        kind, error, trace = sys.exc_info()
        place = traceback.extract_tb(trace)[-1]
        self.raised = f"{kind.__name__} {str(error)[:80]!r} at {place.filename}:{place.lineno}"

    def get(self, path: str, of: str, odd: bytes) -> int:
        return self._ask(lambda: self.client.get(path), f"GET {path[:90]} {of}", odd)

    def post(self, path: str, values: list[tuple[str, bytes]], of: str, odd: bytes) -> int:
        data = "&".join(f"{quote_from_bytes(name.encode())}={quote_from_bytes(value)}" for name, value in values)
        form = "application/x-www-form-urlencoded"
        return self._ask(lambda: self.client.generic("POST", path, data, form), f"POST {path[:90]} {of}", odd)

    def expect_no_problem(self) -> None:
        if self.problems:
            pytest.fail("\n".join(dict.fromkeys(self.problems)))

    def _ask(self, ask, what: str, odd: bytes) -> int:
        cache.clear()  # so that no limit answers in the page's place
        begin = time.process_time()
        answer = ask()
        if answer.streaming:
            b"".join(answer.streaming_content)
        seconds = time.process_time() - begin
        if answer.status_code >= 500:
            self.problems.append(f"{what} {described(odd)!r}: {answer.status_code} {self.raised}")
        if seconds > (SECONDS if len(odd) < LONG else SECONDS_OF_A_LONG_ONE):
            self.problems.append(f"{what} {described(odd)!r}: {seconds:.1f} s")
        return answer.status_code


@pytest.fixture
def seed():
    chosen = int(os.environ.get("HOSTILE_SEED") or random.SystemRandom().randrange(10**6))
    sys.stdout.write(f"HOSTILE_SEED={chosen}\n")
    return chosen


@pytest.fixture
def asker(roles):
    chief = make_account("the-chief", is_staff=True, is_superuser=True)
    client = Client(raise_request_exception=False)
    client.force_login(chief)
    world = make_world(chief)
    for row in (world.rows["articles.article"], world.rows["a draft"]):
        workflow.keep_revision(row, by=chief)
        row.subtitle = "两个版本"
        row.save()
        workflow.keep_revision(row, by=chief)
    asker = Asker(client, world)
    got_request_exception.connect(asker.note_exception)
    yield asker
    got_request_exception.disconnect(asker.note_exception)


@pytest.fixture(params=["a tenth", pytest.param("all", marks=pytest.mark.full)])
def strings(request, seed):
    """An endless supply of odd strings in an order of chance, and how many make a round."""
    chosen = sample(seed, IN_CI) if request.param == "a tenth" else list(ODD_STRINGS)
    random.Random(seed).shuffle(chosen)
    return itertools.cycle(chosen), len(chosen)


class Undone(Exception):
    """Ends a savepoint."""


def undoing(work) -> None:
    """Do `work`, then take back what it wrote."""
    try:
        with transaction.atomic():
            work()
            raise Undone
    except Undone:
        pass
    connection.needs_rollback = False


def in_address(odd: bytes) -> str:
    return quote_from_bytes(odd[:MOST_IN_AN_ADDRESS])


def kind_of(address: Address) -> str:
    if not address.in_admin:
        return "site"
    return "list" if address.name.endswith("_changelist") else "admin"


def test_no_query_breaks_a_page(asker, strings):
    supply, round_length = strings
    chance = random.Random(round_length)
    for address in ADDRESSES:
        path, names = asker.world.path(address), QUERIES[kind_of(address)]
        for name in chance.sample(names, 3) if round_length <= IN_CI else names * 10:
            odd = next(supply)
            undoing(lambda: asker.get(f"{path}?{name}={in_address(odd)}", name, odd))  # noqa: B023
    asker.expect_no_problem()


def test_no_search_breaks_a_list(asker, strings):
    supply, round_length = strings
    lists = [asker.world.path(address) for address in ADDRESSES if kind_of(address) == "list"]
    lists += ["/admin/articles/article/suggest/people/", "/admin/articles/article/suggest/stories/"]
    lists += ["/admin/articles/article/suggest/pictures/", "/admin/articles/article/suggest/tags/"]
    for _number, path in zip(
        range(round_length * (1 if round_length <= IN_CI else len(lists))), itertools.cycle(lists)
    ):
        odd = next(supply)
        undoing(lambda: asker.get(f"{path}?q={in_address(odd)}", "q", odd))  # noqa: B023
    asker.expect_no_problem()


def templates_of(name: str) -> list[str]:
    """The addresses called `name` with `%(parameter)s` where each parameter stands."""
    resolver, before = get_resolver(), ""
    while ":" in name:
        namespace, name = name.split(":", 1)
        prefix, resolver = resolver.namespace_dict[namespace]
        before += prefix
    return [f"/{before}{found}" for forms, *_rest in resolver.reverse_dict.getlist(name) for found, _names in forms]


def test_no_path_breaks_the_site(asker, strings):
    supply, round_length = strings
    rounds = 4 if round_length <= IN_CI else 40
    for address in [one for one in ADDRESSES if one.parameters]:
        for template in templates_of(address.name):
            for _number in range(rounds):
                odd = next(supply)
                path = template % dict.fromkeys(address.parameters, in_address(odd))
                undoing(lambda: asker.get(path, "path", odd))  # noqa: B023
    asker.expect_no_problem()


HUGE_NUMBERS = [b"0", b"9223372036854775807", b"9223372036854775808", b"9" * 5000]


def test_a_number_of_any_size_is_a_page_that_does_not_exist(asker):
    """A path's number is digits alone, so this class goes to every one of them."""
    for address in [one for one in ADDRESSES if one.parameters]:
        for template, odd in itertools.product(templates_of(address.name), HUGE_NUMBERS):
            path = template % dict.fromkeys(address.parameters, odd.decode())
            undoing(lambda: asker.get(path, "number", odd))  # noqa: B023
    asker.expect_no_problem()


@dataclass(frozen=True)
class Form:
    """A form as a page shows it: what a browser would send back, and where a person may type."""

    path: str
    values: tuple[tuple[str, str], ...]
    typed: tuple[str, ...]

    def filled(self, names, odd: bytes) -> list[tuple[str, bytes]]:
        return [(name, odd if name in names else value.encode()) for name, value in self.values]


def forms_of(asker: Asker, path: str) -> list[Form]:
    answer = asker.client.get(path)
    if answer.streaming:
        b"".join(answer.streaming_content)  # to its end, where the client closes the file
    if answer.streaming or answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
        return []
    found = []
    for form in lxml.html.fromstring(answer.content).forms:
        if form.method != "POST":
            continue
        values = [(name, value or "") for name, value in form.form_values()]
        values += [(one.get("name"), one.get("value") or "") for one in form.xpath(SUBMITS)[:1]]
        inputs = form.xpath(".//input[@name]|.//textarea[@name]")
        names_typed = [one.get("name") for one in inputs if (one.get("type") or one.tag) in {*TYPED, "input"}]
        typed = dict.fromkeys(name for name in names_typed if name not in LEFT_ALONE and "__prefix__" not in name)
        names = {name for name, _value in values}
        values += [(name, "") for name in typed if name not in names]
        if typed:
            found.append(Form(form.action or path, tuple(values), tuple(typed)))
    return found


def every_form(asker: Asker) -> list[Form]:
    pages = [asker.world.path(address) for address in ADDRESSES if not address.name.startswith("media")]
    draft = asker.world.rows["a draft"].pk
    pages += [f"/admin/articles/article/{draft}/move/{action}/" for action in ("schedule", "submit")]
    pages += [f"/admin/articles/article/{asker.world.rows['articles.article'].pk}/move/retract/"]
    pages += [f"/admin/articles/article/{asker.world.rows['articles.article'].pk}/change/?revise=1"]
    found = {}
    for page in pages:
        for form in forms_of(asker, page):
            path = page if form.path.startswith(("?", "#")) else form.path
            if "logout" not in path:
                found[(path.split("?")[0], form.typed)] = Form(path, form.values, form.typed)
    return list(found.values())


def test_no_form_breaks(asker, strings):
    """Each field alone among good ones, so that the rest is valid and what was typed is stored and shown."""
    supply, round_length = strings
    forms = every_form(asker)
    assert len(forms) > 25
    chance = random.Random(round_length)
    for form in forms:
        few = chance.sample(form.typed, min(len(form.typed), 5))
        for name in few if round_length <= IN_CI else form.typed * 10:
            odd = next(supply)
            undoing(lambda: fill_one(asker, form, name, odd))  # noqa: B023
    asker.expect_no_problem()


def fill_one(asker: Asker, form: Form, name: str, odd: bytes) -> None:
    status = asker.post(form.path, form.filled({name}, odd), name, odd)
    if status == 302 and form.path.startswith("/admin/"):
        asker.get(form.path.split("?")[0], f"after {name}", odd)
        for shown in SHOWING:
            asker.get(asker.world.path(Address(shown, ())), f"after {form.path} {name}", odd)


def test_no_form_breaks_where_every_field_is_odd(asker, strings):
    supply, round_length = strings
    for form in every_form(asker) * (1 if round_length <= IN_CI else 12):
        odd = next(supply)
        # How many rows follow stays true here, else a thousand empty ones are drawn and nothing typed is read.
        typed = {name for name in form.typed if not name.endswith("_FORMS")}
        undoing(lambda: asker.post(form.path, form.filled(typed, odd), "every field", odd))  # noqa: B023
    asker.expect_no_problem()

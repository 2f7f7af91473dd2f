"""Who did what: the credits in a byline's elements.

A title stands before its names. A function may stand on either side: before its names where it is labelled (摄影：张三),
opens the byline or follows names that another function already took; after them where it closes the byline, is tied by
a slash (张三/文 李四/图), or is 摄. A function overrides a title: 记者 张三 摄 is a photographer.
"""

import itertools
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from articles.bylines import questions
from articles.bylines.elements import LABELS, Builder, Element
from articles.bylines.outlets import OUTLET_PRONOUNS
from articles.bylines.shapes import PrintedCredit
from articles.bylines.words import Kind, Word
from articles.enums import CreditRole as Role

MAX_QUESTIONS = 20

HOUSE_ORDER = {role: place for place, role in enumerate(Role)}


@dataclass
class Reading:
    """What a stretch of text says, taken as a byline. `unknown` are the texts not understood, in order."""

    credits: list[PrintedCredit] = field(default_factory=list)
    place: str = ""
    outlet: str = ""
    date: str = ""
    source: str = ""
    asked: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)

    def ask(self, question: str) -> None:
        """One more question, up to as many as a person would read."""
        if len(self.asked) < MAX_QUESTIONS:
            self.asked.append(question)

    @property
    def has_word(self) -> bool:
        """Whether a word of the grammar gives somebody a role."""
        return any(e.word and e.word.roles for e in self.elements)

    @property
    def has_end(self) -> bool:
        return any(e.word and e.word.kind in (Kind.END, Kind.FROM) for e in self.elements)

    @property
    def is_labelled(self) -> bool:
        return any(e.word and e.word.kind is not Kind.END and e.after in (*LABELS, "slash") for e in self.elements)

    @property
    def all_strict(self) -> bool:
        return all(e.strict for e in self.elements if e.kind == "name")


@dataclass
class _Group:
    """Names and the roles they share. `open` while a function that follows may still say what they did."""

    roles: tuple[Role, ...]
    names: list[tuple[str, str]] = field(default_factory=list)
    open: bool = True


def read(text: str, own_names: Collection[str] = ()) -> Reading:
    """Reads `text` as a byline whatever it is; whether it is one, `grammar` decides from what was not understood."""
    builder = Builder(text, own_names)
    elements = _merge_functions(builder.build())
    return interpret(elements, builder.asked)


def interpret(elements: list[Element], asked: list[str]) -> Reading:
    """The reading of `elements`, which may be the first part of a line only."""
    return _Interpreter(elements, Reading(elements=elements, asked=list(asked))).run()


def _merge_functions(elements: list[Element]) -> list[Element]:
    """文/图, 文、图 and 文字摄影 as one word with the roles of both, in the house's order."""
    out: list[Element] = []
    for element in elements:
        last = out[-1] if out else None
        joint = last and last.kind == "mark" and len(out) > 1
        partner = out[-2] if joint else last
        if _mergeable(partner, element, joint=bool(joint)) and partner and partner.word and element.word:
            roles = tuple(sorted({*partner.word.roles, *element.word.roles}, key=HOUSE_ORDER.__getitem__))
            merged = replace(
                partner,
                text=partner.text + element.text,
                end=element.end,
                after=element.after,
                word=Word(element.word.kind, roles),
            )
            del out[-2 if joint else -1 :]
            out.append(merged)
        else:
            out.append(element)
    return out


def _mergeable(partner: Element | None, element: Element, *, joint: bool) -> bool:
    if not (partner and partner.word and element.word and partner.word.roles and element.word.roles):
        return False
    kinds = {partner.word.kind, element.word.kind}
    both = joint and Kind.TITLE in kinds and element.after in LABELS  # 采写/摄影：, 记者、摄影：
    if not (both or kinds <= {Kind.FUNCTION, Kind.DESK}) or partner.after in LABELS:
        return False
    if joint:
        return (
            partner.after in ("slash", "list")
            and element.before in ("slash", "list")
            and (partner.after == "slash" or partner.before != "slash")
        )
    return element.start == partner.end or (element.after in LABELS and partner.before in ("", "open"))


class _Interpreter:
    def __init__(self, elements: list[Element], reading: Reading) -> None:
        self.elements = elements
        self.reading = reading
        self.groups = [_Group((Role.REPORTER,))]
        self.last_name = max((i for i, e in enumerate(elements) if e.kind == "name"), default=-1)
        self.pending: list[_Group] = []
        self.word_text = ""
        self.shared = ""
        self.label_open = False
        self.unit = ""
        self.unit_before_title = False
        self.outlets: list[str] = []
        self.lost = False
        self.taken = False
        self.postfix_mode = self._ends_with_function()

    def run(self) -> Reading:
        for at, element in enumerate(self.elements):
            getattr(self, f"_on_{element.kind}")(at, element)
        self._close()
        return self.reading

    def _ends_with_function(self) -> bool:
        """Whether functions follow their names here: the last word of weight is a function, or 摄 follows a name."""
        weighty = [e for e in self.elements if e.kind in ("name", "word") and not (e.word and e.word.kind is Kind.END)]
        if not weighty or (weighty[0].word and weighty[0].word.kind is Kind.FUNCTION and len(weighty) > 1):
            return False
        if weighty[-1].word and weighty[-1].word.kind is Kind.FUNCTION:
            return True
        pairs = itertools.pairwise(weighty)
        return any(a.kind == "name" and b.text in ("摄", "文/图") and b.after not in LABELS for a, b in pairs)

    # -- one element each -------------------------------------------------------------------------------------------

    def _on_name(self, at: int, element: Element) -> None:
        if self.lost:
            self.reading.unknown.append(element.text)
            return
        group = self.groups[-1]
        if group.names and not group.open and self.taken:
            group = self._open((Role.REPORTER,), open_=True)
        if group.open and not group.names:
            self.pending.append(group)
        group.names.append((element.text, self.unit))

    def _on_own_unit(self, at: int, element: Element) -> None:
        names = self.groups[-1].names
        if names:
            names[-1] = (names[-1][0], element.text)

    def _on_outlet(self, at: int, element: Element) -> None:
        if element.text not in self.outlets:
            self.outlets.append(element.text)
        if not element.strict:
            self.reading.ask(questions.unknown_text(element.text))

    def _on_unit(self, at: int, element: Element) -> None:
        following = self._following(at)
        if following is None or following.kind not in ("name", "word") or (following.word and not following.is_title):
            self._on_unknown(at, element)
            return
        self.unit = element.text
        self.unit_before_title = following.is_title

    def _on_place(self, at: int, element: Element) -> None:
        self.reading.place = element.text
        if not element.strict:
            self.reading.ask(questions.place_or_person(element.text))

    def _on_date(self, at: int, element: Element) -> None:
        if self.reading.date:
            self.reading.unknown.append(element.text)
        self.reading.date = self.reading.date or element.text

    def _on_source(self, at: int, element: Element) -> None:
        self.reading.source = element.text.strip()

    def _on_mark(self, at: int, element: Element) -> None:
        """Separators say nothing more than they already said to their neighbours."""

    def _on_unknown(self, at: int, element: Element) -> None:
        self.reading.unknown.append(element.text)
        self.reading.ask(questions.unknown_text(element.text))

    def _on_word(self, at: int, element: Element) -> None:
        word = element.word
        if word is None:
            return
        if word.kind is Kind.UNLISTED:
            self._on_unlisted(element)
        elif word.kind is Kind.TITLE:
            self._on_title(at, element)
        elif word.kind is Kind.DESK:
            self._start(word.roles, element)
        elif word.kind is Kind.FUNCTION:
            self._on_function(at, element)

    # -- words ------------------------------------------------------------------------------------------------------

    def _open(self, roles: tuple[Role, ...], *, open_: bool) -> _Group:
        self.taken = False
        self.groups.append(_Group(roles, open=open_))
        return self.groups[-1]

    def _start(self, roles: tuple[Role, ...], element: Element, *, open_: bool = False) -> None:
        """A new group begins; a title left without a name is asked about."""
        self._ask_if_empty()
        self.lost = False
        self.word_text = element.text
        self.shared = ""
        self.label_open = False
        if not self.unit_before_title:
            self.unit = ""
        self.unit_before_title = False
        self._open(roles, open_=open_)

    def _ask_if_empty(self) -> None:
        if len(self.groups) > 1 and not self.groups[-1].names and not self.lost:
            self.reading.ask(questions.nobody_named(self.word_text))

    def _on_unlisted(self, element: Element) -> None:
        self.reading.ask(questions.unlisted_role(element.text))
        if element.after in LABELS or (element.after in ("slash", "space") and not self._is_last(element)):
            self._ask_if_empty()
            self.lost = True
            self.unit = ""
            self._open((), open_=False)

    def _is_last(self, element: Element) -> bool:
        return element is self.elements[-1]

    def _on_title(self, at: int, element: Element) -> None:
        roles = element.word.roles if element.word else ()
        prefix = next(
            (p for p in ("本报", "本网", "本台", "本刊", "本社", "本站", "我报", "我台") if element.text.startswith(p)),
            "",
        )
        if prefix and prefix not in self.outlets:
            self.outlets.append(prefix)
        if element.text in ("采写", "采访") and self._named_since_title() and not self._names_follow(at):
            return
        group = self.groups[-1]
        if self.label_open and not group.names:
            self.groups.pop()  # 采写：本报记者 张三: the title says what the label said
        elif len(self.groups) > 1 and not group.open and not group.names and not self.lost:
            self.unit_before_title = False
            self.shared = self.word_text
            return  # 文/记者 张三: the function stands, the title adds nothing
        if self.shared:
            self.reading.ask(questions.who_did_what(self.shared))  # 文/图 记者 张三 通讯员 李四
        self._start(roles, element, open_=True)
        self.label_open = element.after in (*LABELS, "slash") or element.text in ("采写", "采访", "作者")

    def _following(self, at: int) -> Element | None:
        """The next element that is more than a mark, looking no further than a few marks."""
        return next((e for e in self.elements[at + 1 : at + 6] if e.kind != "mark"), None)

    def _named_since_title(self) -> bool:
        return bool(self.groups[-1].names)

    def _names_follow(self, at: int) -> bool:
        return at < self.last_name

    def _on_function(self, at: int, element: Element) -> None:
        if self._stands_after(at, element):
            self._take(element)
        else:
            self._start(element.word.roles if element.word else (), element)

    def _stands_after(self, at: int, element: Element) -> bool:
        if not self.pending or self.lost or (element.after in LABELS and not element.text.endswith("报道")):
            return False
        if not self._names_follow(at) or element.text == "摄":
            return True
        if element.before == "slash" and element.after != "slash":
            return True
        if element.after == "slash":
            return False
        if self.postfix_mode:
            return True
        following = self._following(at)
        if following is not None and following.is_title:
            self.reading.ask(questions.who_did_what(element.text))
        return False

    def _take(self, element: Element) -> None:
        """The names since the last function did this; where several could be meant, it is asked."""
        roles = element.word.roles if element.word else ()
        groups, self.pending = self.pending, []
        names = sum(len(g.names) for g in groups)
        if len(groups) > 1 or (names > 1 and len(roles) > 1):
            self.reading.ask(questions.who_did_what(element.text))
        for group in groups:
            added = tuple(r for r in roles if r is not Role.REPORTER)
            group.roles = (*group.roles, *added) if Role.REPORTER in roles else roles
            group.open = False
        self.taken = True

    def _close(self) -> None:
        self._ask_if_empty()
        found = [PrintedCredit(r, n, u) for g in self.groups for r in g.roles for n, u in g.names]
        self.reading.credits = list(dict.fromkeys(found))
        if (
            any(len(g.names) > 1 and g.roles == (Role.WRITER, Role.PHOTOGRAPHER) for g in self.groups)
            and not self.reading.asked
        ):
            self.reading.ask(questions.who_did_what("文/图"))
        self.reading.outlet = self.outlets[0] if self.outlets else ""
        if len([o for o in self.outlets if o not in OUTLET_PRONOUNS]) > 1:
            self.reading.ask(questions.several_outlets("、".join(self.outlets)))

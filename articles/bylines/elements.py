"""From tokens to what they stand for: names, outlets, units, places, words, and what is not understood.

A run of characters is only understood from what stands beside it: 青岛 before 报道 is a place, 观海新闻 before 记者 an
outlet, 张三李四 after 记者 two names.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from articles.bylines import questions
from articles.bylines.lone_characters import find_single_words
from articles.bylines.names import (
    is_han,
    is_surname_name,
    join_padded,
    surname_length,
)
from articles.bylines.outlets import is_outlet, is_unit
from articles.bylines.places import is_known_place, looks_like_place, place_at_end
from articles.bylines.runs import are_names, last_part, names_in, names_then_outlet, unit_then_name
from articles.bylines.tokens import Token, tokenize
from articles.bylines.words import (
    EDGED_WORDS,
    FREE_WORDS,
    SINGLE_FUNCTIONS,
    Kind,
    Word,
)
from articles.enums import CreditRole as Role

_ISSUED = re.compile(r"([\u4e00-\u9fff]{2,6}[社报网])发")
"""新华社发 张三 摄."""

LABELS = frozenset(("colon", "bar"))


@dataclass(frozen=True)
class Element:
    """One understood piece. `kind`: name, outlet, unit, place, date, word, source, own_unit, unknown or mark.

    `strict` says of a name that its surname, its dots or the desk vouch for it. `before` and `after` are the kinds of
    the neighbouring tokens, "" at the edge.
    """

    kind: str
    text: str
    start: int
    end: int
    word: Word | None = None
    strict: bool = True
    before: str = ""
    after: str = ""

    @property
    def is_title(self) -> bool:
        return self.word is not None and self.word.kind is Kind.TITLE


@dataclass
class Builder:
    """Walks the tokens once, left to right."""

    text: str
    own_names: Collection[str] = ()
    tokens: list[Token] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    next_close: int = 0
    searched: int = 0

    def build(self) -> list[Element]:
        self.tokens = find_single_words(tokenize(self.text), self.own_names)
        at = 0
        while at < len(self.tokens):
            at = self._step(at)
        return self.elements

    # -- looking around ---------------------------------------------------------------------------------------------

    def _kind(self, at: int) -> str:
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def _word(self, at: int) -> Word | None:
        return self.tokens[at].word if 0 <= at < len(self.tokens) else None

    def _after_space(self, at: int) -> int:
        while self._kind(at) == "space":
            at += 1
        return at

    def _is_title(self, at: int) -> bool:
        word = self._word(at)
        return word is not None and word.kind is Kind.TITLE

    def _has_names(self) -> bool:
        while self.searched < len(self.elements) and self.elements[self.searched].kind != "name":
            self.searched += 1
        return self.searched < len(self.elements)

    def _add(self, kind: str, first: int, last: int, **more: object) -> None:
        """An element from token `first` up to, not including, token `last`."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        element = Element(kind, self.text[start:end], start, end, before=self._kind(first - 1), after=self._kind(last))
        self.elements.append(replace(element, **more))  # type: ignore[arg-type]

    # -- one step ---------------------------------------------------------------------------------------------------

    def _step(self, at: int) -> int:
        token = self.tokens[at]
        if token.kind == "word" and token.word:
            return self._read_word(at, token.word)
        if token.kind == "run":
            return self._read_run(at)
        if token.kind == "open":
            return self._read_brackets(at)
        if token.kind in ("space", "bullet"):
            return at + 1
        if token.kind == "other" and self._kind(at + 1) == "run":
            return self._read_run(at)
        kind = {"date": "date", "other": "unknown", "close": "unknown"}.get(token.kind, "mark")
        self._add(kind, at, at + 1)
        return at + 1

    def _read_word(self, at: int, word: Word) -> int:
        self._add("word", at, at + 1, word=word)
        after = self._after_space(at + 1)
        labelled = self._kind(after) in LABELS
        if labelled:
            self.elements[-1] = replace(self.elements[-1], after=self._kind(after))
        if word.kind is Kind.FROM:
            return self._read_value("place", after)
        if word.kind in (Kind.SOURCE, Kind.UNIT_LABEL):
            if labelled or (word.kind is Kind.SOURCE and self._kind(after) == "slash"):
                after = self._after_space(after + 1)
            return self._read_value("source" if word.kind is Kind.SOURCE else "own_unit", after)
        return at + 1

    def _read_value(self, kind: str, at: int) -> int:
        """The value of a label: up to a space before another word of the grammar, or to the closing bracket."""
        last = at
        while last < len(self.tokens) and self._kind(last) != "close":
            if self._kind(last) == "bar" or (
                self._kind(last) == "space" and (kind == "place" or self._starts_label(self._after_space(last)))
            ):
                break
            last += 1
        if last > at:
            self._add(kind, at, last)
        return last

    def _starts_label(self, at: int) -> bool:
        return at >= len(self.tokens) or self._kind(at) in ("word", "date") or self._kind(at + 1) in LABELS

    def _read_brackets(self, at: int) -> int:
        """Brackets inside a byline: a unit or a function after the name it belongs to, else not understood."""
        while self.next_close <= at and self.next_close < len(self.tokens):
            self.next_close += 1
            while self.next_close < len(self.tokens) and self._kind(self.next_close) != "close":
                self.next_close += 1
        close = self.next_close
        if close >= len(self.tokens):
            self._add("unknown", at, at + 1)
            return at + 1
        inner = self.text[self.tokens[at].end : self.tokens[close].start].strip()
        if self._label_in_brackets(at, close):
            return close + 1
        word = SINGLE_FUNCTIONS.get(inner) or FREE_WORDS.get(inner) or EDGED_WORDS.get(inner)
        after_name = bool(self.elements) and self.elements[-1].kind == "name"
        if after_name and word and word.kind is Kind.FUNCTION:
            self._add("word", at, close + 1, word=word, before="slash")
        elif after_name and inner and not word and len(inner) <= 30:
            self._add("own_unit", at, close + 1, text=inner, strict=is_unit(inner) or is_outlet(inner))
            if not self.elements[-1].strict:
                self.asked.append(questions.unknown_text(inner))
        else:
            self._add("unknown", at, close + 1)
        return close + 1

    def _label_in_brackets(self, at: int, close: int) -> bool:
        """【文/图】张三: brackets in place of a colon, before what they name."""
        inside = self.tokens[at + 1 : close]
        words = [i for i in range(at + 1, close) if self._kind(i) == "word"]
        if not words or any(t.kind not in ("word", "slash", "space", "list") for t in inside):
            return False
        if self._kind(self._after_space(close + 1)) not in ("run", "word"):
            return False
        if self.elements and self._kind(at - 1) != "space":
            return False
        for i in range(at + 1, close):
            if self._kind(i) in ("word", "slash", "list"):
                self._add("word" if i in words else "mark", i, i + 1, word=self.tokens[i].word)
        self.elements[-1] = replace(self.elements[-1], after="colon", end=self.tokens[close].end)
        return True

    # -- runs -------------------------------------------------------------------------------------------------------

    def _stretch_end(self, at: int) -> int:
        """The end of the runs that touch, with the slashes and marks inside an outlet's name."""
        end = at + 1
        while self._kind(end) in ("run", "other") or (
            self._kind(end) == "slash" and self._kind(end - 1) in ("run", "other") and self._kind(end + 1) == "run"
        ):
            end += 1
        return end

    def _read_run(self, at: int) -> int:
        end = self._stretch_end(at)
        text = self.text[self.tokens[at].start : self.tokens[end - 1].end]
        beyond = self._after_space(end)
        word = self._word(beyond)
        if word and word.kind is Kind.TITLE and self._before_title(at, end, text, tight=beyond == end):
            return end
        if (
            word
            and word.kind is Kind.DESK
            and beyond == end
            and not are_names(text, self.own_names)
            and len(text) <= 12
        ):
            known = is_outlet(text) or any(e.kind == "outlet" and e.text == text for e in self.elements)
            self._add("outlet", at, end, strict=known)
            return end
        if word and word.kind is Kind.END and self._before_end(at, end, text, tight=beyond == end):
            return end
        if self._shares_title(end, text):
            self._add("outlet", at, end)
            return end
        if issued := _ISSUED.fullmatch(text):
            self._add("outlet", at, end, text=issued.group(1))
            return end
        if self._kind(beyond) == "date" and self._dateline_inside(at, end, text):
            return end
        if self._kind(beyond) == "colon" and len(text) <= 10 and text not in self.own_names:
            self._add("word", at, end, word=Word(Kind.UNLISTED), after=self._kind(beyond))
            return end
        return self._read_names(at, end, text)

    def _shares_title(self, end: int, text: str) -> bool:
        """北国网、辽望客户端记者: whether an outlet that touches 记者 follows this one."""
        following = self._after_space(end + 1 if self._kind(end) == "list" else end)
        return (
            end < following < len(self.tokens)
            and is_outlet(text)
            and is_outlet(self.tokens[following].text)
            and self._is_title(following + 1)
        )

    def _before_title(self, at: int, end: int, text: str, *, tight: bool) -> bool:
        """What stands before 记者 or 通讯员: the outlet or the unit, or the names of the group before."""
        title = self.tokens[self._after_space(end)]
        reporter = title.text.endswith("记者")
        if text in self.own_names:
            return False
        branded = text + title.text.removesuffix("记者")
        if tight and self._tight_title(at) and (names_end := names_then_outlet(text, self.own_names)):
            self._add_names(self.tokens[at].start, text[:names_end], at, end, tight=self._tight_title(at))
            start = self.tokens[at].start + names_end
            self.elements.append(
                Element("outlet", text[names_end:], start, self.tokens[end - 1].end, before="run", after="word")
            )
        elif (
            tight and reporter and branded != text and not is_outlet(last_part(text)) and is_outlet(last_part(branded))
        ):
            self._add("outlet", at, end, text=branded)
            self.tokens[end] = replace(title, word=Word(Kind.TITLE, (Role.REPORTER,)))
        elif is_outlet(text):
            self._add("unit" if is_unit(text) and not reporter else "outlet", at, end)
        elif is_unit(text) and not is_surname_name(text):
            self._add("outlet" if reporter else "unit", at, end)
        elif not tight or ("/" not in text and "／" not in text and are_names(text, self.own_names)):
            return False
        elif len(text) <= 16 and (reporter or is_unit(text)):
            self._add("outlet", at, end, strict=len(text) <= 6)
        else:
            return False
        return True

    def _before_end(self, at: int, end: int, text: str, *, tight: bool) -> bool:
        """What stands before 报道: 青岛报道, 张三青岛报道, 环球网报道 记者, or only the last names."""
        if text in self.own_names:
            return False
        if tight and is_outlet(text) and self._is_title(self._after_space(end + 1)):
            self._add("outlet", at, end)
            return True
        named = are_names(text, self.own_names)
        if not tight:
            if not is_known_place(text) or not self._has_names():
                return False
            self._add("place", at, end)
            return True
        cut = place_at_end(text)
        split = 0 < cut < len(text) and are_names(text[:cut], self.own_names)
        if not split and (cut == 0 or looks_like_place(text)):
            if named and not self._has_names():
                return False
            self._add("place", at, end)
            return True
        if split:
            self._add_names(self.tokens[at].start, text[:cut], at, end, tight=self._tight_title(at))
            start = self.tokens[at].start + cut
            self.elements.append(
                Element("place", text[cut:], start, self.tokens[end - 1].end, before="run", after="word")
            )
            return True
        if named or not self._has_names() or len(text) > 6 or not all(map(is_han, text)):
            return False
        self._add("place", at, end, strict=len(text) <= 4)
        return True

    def _dateline_inside(self, at: int, end: int, text: str) -> bool:
        """青岛4月20日报道 inside brackets."""
        date = self._after_space(end)
        last = self._word(self._after_space(date + 1))
        if last and last.kind is Kind.END and looks_like_place(text):
            self._add("place", at, end)
            return True
        return False

    def _tight_title(self, at: int) -> bool:
        return self._is_title(at - 1)

    def _read_names(self, at: int, end: int, text: str) -> int:
        singles = self._single_runs(at)
        if len(singles) > 1 and end == at + 1:
            return self._read_padded(singles)
        if text in self.own_names:
            self._add("name", at, end)
        elif any(mark in text for mark in "/／"):
            for index in range(at, end):
                if self._kind(index) == "run":
                    self._add_names(self.tokens[index].start, self.tokens[index].text, index, index + 1, tight=False)
        else:
            self._add_names(self.tokens[at].start, text, at, end, tight=self._tight_title(at))
        return end

    def _single_runs(self, at: int) -> list[int]:
        """The single characters from `at` on with only spaces between, and a surname or 2-character tail joined on."""
        found = []
        while self._kind(at) == "run" and len(self.tokens[at].text) == 1 and is_han(self.tokens[at].text):
            found.append(at)
            if self._kind(at + 1) != "space":
                return found
            at += 2
        lone = len(found) == 1 and surname_length(self.text[self.tokens[found[0]].start] + "某")
        if lone and self._kind(at) == "run" and len(self.tokens[at].text) == 2 and not self._word(at + 1):
            found.append(at)
        return found

    def _read_padded(self, singles: list[int]) -> int:
        tokens = [self.tokens[i] for i in singles]
        if len(tokens[-1].text) == 2:
            names, clear = [tokens[0].text + tokens[1].text], True
        else:
            gaps = [self.tokens[i + 1].text for i in singles[:-1]]
            names, clear = join_padded([t.text for t in tokens], gaps, self.own_names)
        if not clear:
            self.asked.append(questions.where_names_part(self.text[tokens[0].start : tokens[-1].end]))
        for name in names:
            strict = name in self.own_names or is_surname_name(name)
            self._add(
                "name" if 2 <= len(name) <= 5 else "unknown", singles[0], singles[-1] + 1, text=name, strict=strict
            )
        return singles[-1] + 1

    def _add_names(self, offset: int, text: str, at: int, end: int, *, tight: bool) -> None:
        """The names in `text`, or one unknown element when they are not names."""
        before, after = self._kind(at - 1), self._kind(end)
        found, strict, clear = names_in(text, self.own_names, tight=tight, listed="list" in (before, after))
        if not found:
            kind = "unit" if is_unit(text) and end < len(self.tokens) else "unknown"
            cut = 0 if kind == "unit" else unit_then_name(text)
            if cut:
                self.elements.append(Element("unit", text[:cut], offset, offset + cut, before=before, after="run"))
                text, offset, found, strict, clear = text[cut:], offset + cut, [text[cut:]], True, True
            else:
                self.elements.append(Element(kind, text, offset, offset + len(text), before=before, after=after))
                return
        if not clear:
            self.asked.append(questions.where_names_part(text))
        last = offset + len(text)
        for name in found:
            end_of_name = last if name is found[-1] else offset + len(name)
            self.elements.append(Element("name", name, offset, end_of_name, strict=strict, before=before, after=after))
            offset, before = end_of_name, "run"

"""Where a story was reported from: known places, and what a place looks like when it is not on the list.

`gazetteer.txt` holds the provinces, prefectures and counties of China by their short names, and the cities abroad where
agencies keep bureaux. It only settles doubts (is 黄岛报道 a place or a person?); a place it lacks is still read from a
dateline.
"""

from pathlib import Path

from articles.bylines.names import is_han

KNOWN_PLACES = frozenset((Path(__file__).parent / "gazetteer.txt").read_text("utf-8").split())

PLACE_ENDINGS = (
    "省",
    "市",
    "县",
    "区",
    "镇",
    "乡",
    "村",
    "州",
    "盟",
    "旗",
    "街道",
    "港",
    "岛",
    "湾",
    "机场",
    "前线",
    "边境",
)


def is_known_place(text: str) -> bool:
    """Whether the gazetteer has `text`, with or without its 省, 市, 县 or 区, or as several places run together."""
    if text in KNOWN_PLACES or (len(text) > 2 and text[-1] in "省市县区" and text[:-1] in KNOWN_PLACES):
        return True
    return any(text[:cut] in KNOWN_PLACES and text[cut:] in KNOWN_PLACES for cut in range(2, min(len(text) - 1, 5)))


def looks_like_place(text: str) -> bool:
    """Whether `text` is a known place or ends as places do (滨海街道, 古镇口湾)."""
    return is_known_place(text) or (3 <= len(text) <= 12 and text.endswith(PLACE_ENDINGS) and all(map(is_han, text)))


def place_at_end(run: str) -> int:
    """Where the place at the end of a run begins (张三青岛 -> 2); len(run) when there is none.

    The longest place wins that leaves nothing, or at least the two characters of a name, before it.
    """
    for start in range(len(run) - 1):
        if start != 1 and is_known_place(run[start:]):
            return start
    return len(run)

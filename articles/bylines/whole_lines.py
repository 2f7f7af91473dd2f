"""A line that is credits and nothing else."""

from collections.abc import Collection

from articles.bylines.acceptance import line_is_byline, source_is_sound
from articles.bylines.found import MAX_BYLINE, Found, sentence_mark
from articles.bylines.reading import read


def whole_line(text: str, own_names: Collection[str]) -> Found | None:
    """记者 张三 通讯员 李四; 责任编辑：周舒　校对：何未; 来源：青湾新报."""
    if len(text) > MAX_BYLINE or sentence_mark(text) >= 0:
        return None
    reading = read(text, own_names)
    if not line_is_byline(reading) or not source_is_sound(reading):
        return None
    return Found(0, len(text), reading)

"""Bylines: credits to the line a paper prints, and that line back to credits."""

from articles.bylines.grammar import parse_line
from articles.bylines.shapes import ParsedByline, PrintedCredit
from articles.bylines.styles import BylinePiece, byline_parts, print_byline, print_signoff, signoff_parts

__all__ = [
    "BylinePiece",
    "ParsedByline",
    "PrintedCredit",
    "byline_parts",
    "parse_line",
    "print_byline",
    "print_signoff",
    "signoff_parts",
]

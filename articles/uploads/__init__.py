"""What strangers send, opened where it can do no harm. `confine` runs one function on it in a child; `Refused` says why not."""

from articles.uploads.confinement import Refused, confine, refusal

__all__ = ["Refused", "confine", "refusal"]

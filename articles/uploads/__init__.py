"""What strangers send, opened where it can do no harm: `confine` runs a function on it in a child process."""

from articles.uploads.confinement import Refused, confine, refusal

__all__ = ["Refused", "confine", "refusal"]

"""What strangers send, opened where it can do no harm: `confine` runs a function on it in a child process."""

from articles.uploads.confinement import Refused, confine, refused

__all__ = ["Refused", "confine", "refused"]

"""How code inside the confined child says no. Standard library only: the child never loads Django."""


class Refusal(Exception):
    """The file is refused for the reason `code`, which the caller of `confine` has a sentence for; `values` fill it."""

    def __init__(self, code: str, **values: str | int):
        super().__init__(code)
        self.code = code
        self.values = values

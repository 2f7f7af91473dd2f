"""How code inside the confined child says no. Standard library only: the child never loads Django."""


class Refusal(Exception):
    """The file is refused for the reason `code`, a key of the reasons the caller of `confine` knows; `values` fill it in."""

    def __init__(self, code: str, **values: str | int):
        super().__init__(code)
        self.code = code
        self.values = values

"""How the reading process says no to a whole file."""


class Stop(Exception):
    """The file cannot be read; `code` has a text in `roster_problems`, and `row` among the facts tells where."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts

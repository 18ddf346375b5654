"""What an action can answer besides success. Views turn these into pages; nothing else is raised on purpose."""


class RuleBroken(Exception):
    """A rule of the domain says no. `code` has a text in the package's `texts.py`; `facts` fill it in."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


class NotVisible(Exception):
    """Unknown, foreign or forbidden: the answer is the same 404 for all three."""


class Conflict(Exception):
    """Somebody changed the row since it was read (HTTP 409). `theirs` is the row as it stands now."""

    def __init__(self, theirs: object) -> None:
        super().__init__("conflict")
        self.theirs = theirs

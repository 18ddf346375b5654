"""What the charts share. All coordinates are whole numbers: a decimal comma would break the drawing."""

from dataclasses import dataclass

WIDTH = 320


@dataclass(frozen=True)
class Pill:
    """Initials in a rounded box around the middle `x`; `y` is its top."""

    x: int
    y: int
    width: int
    text: str

    @property
    def left(self) -> int:
        return self.x - self.width // 2


def pill_width(text: str, *, padding: int = 17) -> int:
    """Wide enough for the text at 12 px."""
    return padding + 7 * len(text)


def spread(count: int, left: int, right: int) -> list[int]:
    """The middles of `count` equal columns."""
    return [left + round((right - left) * (2 * place + 1) / (2 * count)) for place in range(count)]

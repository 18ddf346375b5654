"""Third-party files the browser is sent: copied from node_modules at set-up, never committed."""

import re
import shutil
from pathlib import Path

URL = re.compile(r"url\([\"']?(?!data:)([^)\"'?#]+)")


def copy_assets(root: Path, target: Path) -> list[Path]:
    """Copy what the pages and the design system's own CSS name from `root`/node_modules to `target`; return the copies.

    They are served as /static/dkfds/… and /static/htmx/…. Raises FileNotFoundError when the packages are not installed.
    """
    modules = root / "node_modules"
    dkfds, htmx = modules / "dkfds", modules / "htmx.org"
    copies = {
        dkfds / "LICENSE.md": target / "dkfds/LICENSE.md",
        htmx / "LICENSE": target / "htmx/LICENSE",
        htmx / "dist/htmx.min.js": target / "htmx/htmx.min.js",
    }
    copies |= {dkfds / "dist" / name: target / "dkfds" / name for name in _named(dkfds / "dist")}
    return [_copy(source, copy) for source, copy in copies.items()]


def _named(dist: Path) -> list[Path]:
    """The design system's files, relative to `dist`: style, script, icons and everything the style names."""
    css = Path("css/dkfds.min.css")
    urls = sorted(set(URL.findall((dist / css).read_text(encoding="utf-8"))))
    named = [(dist / css.parent / url).resolve().relative_to(dist.resolve()) for url in urls]
    licences = {path.parent / "license.txt" for path in named if path.parts[0] == "fonts"}
    return [css, Path("js/dkfds.min.js"), Path("img/all-svg-icons.svg"), *named, *sorted(licences)]


def _copy(source: Path, copy: Path) -> Path:
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, copy)
    return copy

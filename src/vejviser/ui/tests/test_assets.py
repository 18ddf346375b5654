"""Only what the pages use is copied from the packages."""

from pathlib import Path

import pytest

from vejviser.ui.assets import copy_assets

CSS = """@font-face{src:url("../fonts/plex/woff2/a.woff2?#iefix")}
.i{background:url(../img/svg-icons/plus.svg)}.d{background:url(data:image/svg+xml;base64,AA)}"""


def install(root: Path) -> None:
    files = {
        "dkfds/dist/css/dkfds.min.css": CSS, "dkfds/dist/js/dkfds.min.js": "", "dkfds/dist/img/all-svg-icons.svg": "",
        "dkfds/dist/img/svg-icons/plus.svg": "", "dkfds/dist/img/svg-icons/unused.svg": "", "dkfds/LICENSE.md": "",
        "dkfds/dist/fonts/plex/woff2/a.woff2": "", "dkfds/dist/fonts/plex/woff2/license.txt": "",
        "htmx.org/dist/htmx.min.js": "", "htmx.org/dist/htmx.js": "", "htmx.org/LICENSE": "",
    }  # fmt: skip
    for name, text in files.items():
        path = root / "node_modules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_what_the_style_names_is_copied_with_licences_and_nothing_else(tmp_path: Path) -> None:
    install(tmp_path)
    target = tmp_path / "assets"
    copies = copy_assets(tmp_path, target)
    assert sorted(str(copy.relative_to(target)) for copy in copies) == [
        "dkfds/LICENSE.md", "dkfds/css/dkfds.min.css", "dkfds/fonts/plex/woff2/a.woff2",
        "dkfds/fonts/plex/woff2/license.txt", "dkfds/img/all-svg-icons.svg", "dkfds/img/svg-icons/plus.svg",
        "dkfds/js/dkfds.min.js", "htmx/LICENSE", "htmx/htmx.min.js",
    ]  # fmt: skip
    assert all(copy.is_file() for copy in copies)


def test_missing_packages_are_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        copy_assets(tmp_path, tmp_path / "assets")

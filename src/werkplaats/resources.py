"""Where the files lie that are no Python: beside the sources in a checkout, inside the package when installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SYSTEM_FONTS = (
    Path("/usr/share/fonts/opentype/inter"),
    Path("/usr/share/fonts/truetype/inter"),
    Path("/usr/local/share/fonts"),
)


def resource(*parts: str) -> Path:
    """The path of a resource, such as ``resource("look", "tokens.json")``."""
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parents[1] / "resources"
    return root.joinpath(*parts)


def manual(page: str) -> Path:
    """The Markdown file of a page of the user's manual, such as ``manual("start")``; it may not be there."""
    installed = _PACKAGE / "_resources" / "handleiding"
    root = installed if installed.is_dir() else _PACKAGE.parents[1] / "docs" / "handleiding"
    return root / f"{page}.md"


def inter_file(weight: str) -> Path | None:
    """The file of Inter in a weight such as ``Medium``: that of the installation, else of the system; None without."""
    folders = (resource("fonts"), *_SYSTEM_FONTS)
    names = (f"Inter-{weight}.otf", f"Inter-{weight}.ttf")
    return next((folder / name for folder in folders for name in names if (folder / name).is_file()), None)


def checkout() -> Path | None:
    """The folder of the checkout from which the program runs; None when it is installed."""
    return None if (_PACKAGE / "_resources").is_dir() else _PACKAGE.parents[1]

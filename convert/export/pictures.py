"""The pictures of an Issue, read for an edition that carries them."""

import io
import warnings
from base64 import b64decode
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..model import Image, Issue
from ..report import Finding
from ..style import Edition

# What all editions can show, by Pillow's names. SVG is not among them: it can hold scripts and links.
_KINDS: Final = {
    "PNG": ("image/png", "png"),
    "JPEG": ("image/jpeg", "jpg"),
    "GIF": ("image/gif", "gif"),
    "WEBP": ("image/webp", "webp"),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes, with its media type and the suffix that goes with it."""

    data: bytes
    media_type: str
    suffix: str


def load_pictures(issue: Issue, edition: Edition) -> tuple[dict[str, Picture], list[Finding]]:
    """Every picture of the Issue that can be read, by its path, and a finding for each that cannot.

    Paths start from `edition.pictures`; one that leads out of that folder is not followed.
    """
    pictures: dict[str, Picture] = {}
    findings: dict[str, Finding] = {}
    for article in issue.articles:
        for block in article.blocks:
            if isinstance(block, Image) and block.path not in pictures.keys() | findings.keys():
                loaded = _load(block.path, Path(edition.pictures))
                if isinstance(loaded, Picture):
                    pictures[block.path] = loaded
                else:
                    message = f"the picture {block.path[:80]} is left out: {loaded}"
                    findings[block.path] = Finding("missing-picture", message, stage="write", before=block.path)
    return pictures, list(findings.values())


def _load(name: str, folder: Path) -> Picture | str:
    """The picture, or the reason why there is none. One from a file that holds its pictures is its own address."""
    try:
        if name.startswith("data:"):
            return _picture(b64decode(name.partition(",")[2], validate=True))
        folder = folder.resolve()
        path = (folder / name).resolve()
        if not path.is_relative_to(folder):
            return "it lies outside the source's folder"
        return _picture(path.read_bytes())
    except (OSError, ValueError, RuntimeError) as error:  # the last before Python 3.13, of links that lead round
        return getattr(error, "strerror", None) or "it is no path of a file"


def _picture(data: bytes) -> Picture | str:
    from PIL import Image as Pillow
    from PIL import UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # Pillow warns of pictures so large that they may be meant to harm
            with Pillow.open(io.BytesIO(data), formats=tuple(_KINDS)) as opened:
                kind = opened.format or ""
                opened.verify()
            with Pillow.open(io.BytesIO(data), formats=(kind,)) as opened:
                opened.load()  # all of it: a picture that breaks off would break an edition off
    except UnidentifiedImageError:
        return "it is neither PNG, JPEG, GIF nor WebP"
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning):
        return "it is too large"
    except Exception:  # Pillow raises whatever a damaged file makes it stumble over
        return "the file is damaged"
    return Picture(data, *_KINDS[kind])

"""The documents under test, and their fenced blocks."""
import pathlib
import re
from typing import Iterator, NamedTuple


class Block(NamedTuple):
    document: pathlib.Path
    line: int        # of the opening fence, counted from 1
    language: str
    marker: str      # words of the HTML comment on the line before the fence; empty when none
    text: str


def documents(root: pathlib.Path) -> list[pathlib.Path]:
    found = list(root.glob("*.md")) + list(root.glob("docs/**/*.md"))
    for folder in ("plugins", "examples", "bench", "tests"):
        found += root.glob(f"{folder}/**/*.md")
    return sorted(path for path in set(found) if "gold" not in path.parts)


def blocks(document: pathlib.Path) -> Iterator[Block]:
    """Fenced blocks in order; ValueError when a fence is never closed."""
    previous, opened = "", None
    body: list[str] = []
    for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
        fence = re.fullmatch(r"```(\w*)\s*", line)
        if opened is None and fence:
            comment = re.fullmatch(r"<!--\s*(.*?)\s*-->", previous.strip())
            opened, body = (number, fence.group(1), comment.group(1) if comment else ""), []
        elif opened is not None and line.strip() == "```":
            yield Block(document, *opened, "\n".join(body) + "\n")
            opened = None
        elif opened is not None:
            body.append(line)
        previous = line
    if opened is not None:
        raise ValueError(f"{document}:{opened[0]}: the block is never closed")

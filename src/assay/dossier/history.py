"""The casebook as it was last committed, where the dossier lies in a git repository.

A dossier may come from anybody, with a repository of its own, whose settings can name programs to be run. So git is
asked for nothing but stored objects: no filter, hook, pager, or other machine has a part in that.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

_PATIENCE = 10  # seconds
_ALONE = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}


def committed_casebook(root: Path, now: Mapping[str, str]) -> dict[str, str] | None:
    """Return the casebook's files as they were last committed, by path; None where nothing was, or nobody can say.

    `now` are its files as they are: what did not change is taken from there.
    """
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", "HEAD:./casebook/")
    if listed is None:
        return None
    hashes = {path: _hash(text) for path, text in now.items()}
    before: dict[str, str] = {}
    for line in filter(None, listed.split(b"\0")):
        about, _, name = line.partition(b"\t")
        kind, hash_ = about.decode("ascii").split()[1:3]
        path = "casebook/" + name.decode("utf-8", errors="surrogateescape")
        if kind != "blob" or not path.endswith(".case") or "drafts" in path.split("/")[1:-1]:
            continue
        if hash_ in hashes.get(path, ()):
            before[path] = now[path]
            continue
        words = _git(root, "cat-file", "blob", hash_)
        if words is None:
            return None
        before[path] = words.decode("utf-8", errors="surrogateescape")
    return before


def _git(root: Path, *said: str) -> bytes | None:
    """Ask git for stored objects; nothing where it is not installed, or knows nothing of this folder."""
    program = shutil.which("git")
    if program is None:
        return None
    whole = [program, "-C", str(root), "-c", "core.fsmonitor=false", "--no-pager", *said]
    try:
        done = subprocess.run(  # noqa: S603 - our own words, and a path that is given to -C
            whole, capture_output=True, timeout=_PATIENCE, check=False, env={**os.environ, **_ALONE}
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None


def _hash(text: str) -> tuple[str, str]:
    """Return what git calls a file with this text, in either of its two kinds of repository."""
    data = text.encode("utf-8", errors="surrogateescape")
    whole = b"blob %d\0" % len(data) + data
    return hashlib.sha1(whole, usedforsecurity=False).hexdigest(), hashlib.sha256(whole).hexdigest()

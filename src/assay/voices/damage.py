"""Where a quotation probably begins or ends whose mark is missing.

Heuristics, and each span that needs one says so: a lost closing mark is set before an attribution (`, he said`), else
at the end of the last sentence; a lost opening mark behind a reporting verb or colon, else at the beginning of the
sentence.
"""

import re

REPORTING = (
    "said|says|wrote|writes|told|declared|asked|answered|replied|added|stated|testified|claimed|noted|remarked|"
    "continued|explained|insisted|admitted|confessed|exclaimed|announced|argued|asserted|affirmed|emphasized|"
    "stressed|recalled|reported|responded|objected|repeated|concluded|observed|warned|shouted|whispered|thought|"
    "called|read|went on|proclaimed|maintained|commented|pointed out|confirmed|denied|recounted|related|complained|"
    "demanded|ordered|proposed"
)
_NOTE = re.compile(r"(?<=[.!?])\d{1,3}\s*$")
_COLON = re.compile(r"[\w-]+(?: [\w-]+){0,4}:(?=[\s\"'”’]|$)")
_SENTENCE = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_ATTRIBUTION = re.compile(
    rf"[,.!?]?\s*(?=,?\s(?:he|she|they|I|(?:[A-Z][\w.'-]*\s?){{1,4}})\s(?:{REPORTING})\b"
    rf"|\s(?:{REPORTING})\s(?:[A-Z]|the\b))"
)
_LEADS_IN = re.compile(rf"(?:\b(?:{REPORTING})\b[^.!?:,]{{0,30}}[:,]|:|\bthat)\s+(?=\S)")

_ANNOUNCES = re.compile(rf"\b(?:{REPORTING})\b[^.!?:]{{0,30}}:\s+(?=[A-Z\d\[(])")
_ATTRIBUTED = re.compile(
    rf",?\s*(?:(?:he|she|they|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?) (?:\w+ly )?(?:{REPORTING})"
    rf"|(?:{REPORTING}) [A-Z][\w.'-]+(?: [A-Z][\w'-]+)?)\.\s+(?=[A-Z])"
)


def probable_end(body: str, start: int, limit: int) -> int:
    """Return where a quotation that was opened probably ends, before `limit`."""
    words = body[start:limit]
    attributed = _ATTRIBUTION.search(words, 3)
    if attributed is not None:
        end = attributed.start() + len(attributed.group().rstrip())
        if words[end : end + 1] == ",":
            end += 1
        return start + end
    note = _NOTE.search(words)
    if note is not None:
        return start + note.start()
    return start + (len(words.rstrip().rstrip("\"'”’")) or len(words.rstrip()))


def early_end(body: str, start: int, limit: int) -> int:
    """Return where an inner quotation probably ends whose mark was read as a colon, else `limit`."""
    misread = _COLON.match(body, start, limit)
    return misread.end() - 1 if misread is not None else limit


def last_sentence_end(body: str, start: int, limit: int) -> int:
    """Return where the last whole sentence before `limit` ends, or `start` where there is none."""
    ends = [match.start() + 1 for match in _SENTENCE.finditer(body, start, limit + 1) if match.end() <= limit + 1]
    return ends[-1] if ends else start


def probable_start(body: str, floor: int, at: int) -> int:
    """Return where a quotation that is closed at `at` probably begins, not before `floor`."""
    attributed = _ATTRIBUTED.match(body, floor, at)
    if attributed:
        return attributed.end()
    announced = [match.end() for match in _ANNOUNCES.finditer(body, floor, at)]
    if announced:
        return announced[-1]
    inside = body[floor:at].rstrip(" .!?…,;\"'")
    sentence = floor
    for match in _SENTENCE.finditer(body, floor, floor + len(inside)):
        sentence = match.end()
    start = max((match.end() for match in _LEADS_IN.finditer(body, sentence, floor + len(inside))), default=sentence)
    while start < at and body[start].isspace():
        start += 1
    return start

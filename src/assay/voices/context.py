"""What stands around a quotation: the sentence that leads into it, and what follows."""

import re
from functools import cached_property

from msgspec import Struct

from assay.model.voices import Quoted
from assay.voices.damage import REPORTING

_MORE = (
    "gave the [\\w ]*reply|put it|spoke|reads|declares|states|notes|asks|tells|calls|called|quoted|quotes|"
    "recalls|explains|insists|adds|replies|answers|claims|remarks|argues|admits|concludes|observes|warns|shouts|"
    "reports|responds|remembers|remembered|testifies|complains|thinks|demands|assures|assured|concedes|conceded|"
    "agrees|agreed|maintains|confirms|denies|submits|submitted|contends|contended|begins|began|goes on|"
    "muttered|murmured"
)
VERB = rf"(?:{REPORTING}|{_MORE})"
REPLY = re.compile(
    r"\W*(?:came|comes|was|is) (?:the|his|her|their) (?:[\w-]+ ){0,2}"
    r"(?:reply|answer|response|retort|rejoinder|e\W+mail|verdict)\b"
)
"""*Came the reply*: what stands behind a quotation that answers another."""
_SENTENCE_START = re.compile(r"(?:^|[.!?…][\"'”’)\]]*\d{0,3}\s+|\n\s*\n)(?=[\"'“‘(\[]?[A-Z0-9])")
_AFTER = 140
_BEFORE = 600


class Context(Struct, frozen=True, dict=True):
    """A quotation in its text. `others` are the quotations around it, whose words are not the author's."""

    body: str
    quoted: Quoted
    others: tuple[Quoted, ...] = ()

    @property
    def words(self) -> str:
        """The quoted words."""
        return self.body[self.quoted.span.start : self.quoted.span.end]

    @cached_property
    def before(self) -> str:
        """The author's words from the beginning of the paragraph, other quotations blanked."""
        around = [
            other.span.start for other in self.others if other.span.start < self.quoted.span.start < other.span.end
        ]
        start = max(0, self.quoted.span.start - 1 - _BEFORE, *around)
        end = self.quoted.span.start - (self.quoted.setting == "marks")  # without the opening mark
        paragraph = self.body.rfind("\n\n", start, max(start, end))
        start = paragraph + 2 if paragraph >= 0 else start
        return self._blanked(start, end)

    def _blanked(self, start: int, end: int) -> str:
        text = list(self.body[start:end])
        for other in self.others:
            if other.depth <= self.quoted.depth and other.span.start < end and other.span.end > start:
                for at in range(max(start, other.span.start), min(end, other.span.end)):
                    if self.quoted.span.start >= other.span.start and self.quoted.span.end <= other.span.end:
                        continue
                    is_stop = at == other.span.end - 1 and self.body[at] in ".!?"
                    if not is_stop:  # a sentence that ends within a quotation ends
                        text[at - start] = "_"
        return "".join(text)

    @cached_property
    def lead(self) -> str:
        """The author's sentence up to the quotation, on one line."""
        starts = [match.end() for match in _SENTENCE_START.finditer(self.before)]
        return (self.before[starts[-1] :] if starts else self.before).replace("\n", " ")

    @cached_property
    def after(self) -> str:
        """What follows the closing mark, to the end of the paragraph at most, on one line."""
        end = self.quoted.span.end
        if any(other.span.start < self.quoted.span.start and end <= other.span.end <= end + 1 for other in self.others):
            return ""  # what follows speaks of the quotation around this one
        while end < len(self.body) and self.body[end] in "\"'“”‘’":
            end += 1
        text = self.body[end : end + _AFTER]
        return text.split("\n\n", 1)[0].replace("\n", " ")

    @property
    def is_ended(self) -> bool:
        """Say whether a full stop ends both the quotation and the sentence that it stands in."""
        words = self.words.rstrip()
        stops = words.endswith(".") or (words.endswith(("!", "?")) and self.lead.rstrip().endswith(":"))
        return stops and not words.endswith("..") and self.after[:1] != ","

    @property
    def is_free_standing(self) -> bool:
        """Say whether the quotation begins where a sentence does."""
        return not self.lead.strip(" (") or bool(re.search(r"[.!?][\"'”’)]*\d{0,3}\s*$", self.before))

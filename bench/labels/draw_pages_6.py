"""Draw the pages to label: the sixth and last draw. The pool is not capped: it is all that remains.

python draw_pages_6.py ANTHOLOGY PAGES_OF_EACH_EARLIER_DRAW ...
"""

import json
import random
import re
import sys
from pathlib import Path

DEVELOPMENT = {"20", "4", "391", "144", "170", "62", "127", "64", "126"}
text = Path(sys.argv[1]).read_text("utf-8")
drawn = {page["mark_offset"] for name in sys.argv[2:] for page in json.loads(Path(name).read_text("utf-8"))}
first = next(re.finditer(r"^\(4\) ", text, re.MULTILINE)).start()
marks = [(m.start(), m.group()) for m in re.finditer(r"\{[^{}]*?p[.,] ?\w+[^{}]*?\}", text) if m.start() >= first]
pool = [m for m in marks if (re.sub(r"\D", "", m[1]) not in DEVELOPMENT or "DoT" in m[1]) and m[0] not in drawn]
random.Random(19411105).shuffle(pool)
for offset, mark in pool:
    print(offset, mark)

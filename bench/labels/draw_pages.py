"""Draw the pages to label: those of earlier draws, and the development pages, left out.

python draw_pages.py SEED ANTHOLOGY [PAGES_OF_EACH_EARLIER_DRAW ...]
"""

import json
import random
import re
import sys
from pathlib import Path

DEVELOPMENT = {"20", "4", "391", "144", "170", "62", "127", "64", "126"}
seed, anthology, *earlier = sys.argv[1:]
text = Path(anthology).read_text("utf-8")
drawn = {page["mark_offset"] for name in earlier for page in json.loads(Path(name).read_text("utf-8"))}
first = next(re.finditer(r"^\(4\) ", text, re.MULTILINE)).start()
marks = [(m.start(), m.group()) for m in re.finditer(r"\{[^{}]*?p[.,] ?\w+[^{}]*?\}", text) if m.start() >= first]
pool = [m for m in marks if (re.sub(r"\D", "", m[1]) not in DEVELOPMENT or "DoT" in m[1]) and m[0] not in drawn]
random.Random(int(seed)).shuffle(pool)
for offset, mark in pool:
    print(offset, mark)

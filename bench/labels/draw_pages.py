"""Draw the pages to label.

python draw_pages.py ANTHOLOGY
"""

import random
import re
import sys
from pathlib import Path

DEVELOPMENT = {"20", "4", "391", "144", "170", "62", "127", "64", "126"}
text = Path(sys.argv[1]).read_text("utf-8")
first = next(re.finditer(r"^\(4\) ", text, re.MULTILINE)).start()
marks = [(m.start(), m.group()) for m in re.finditer(r"\{[^{}]*?p[.,] ?\w+[^{}]*?\}", text) if m.start() >= first]
pool = [m for m in marks if re.sub(r"\D", "", m[1]) not in DEVELOPMENT or "DoT" in m[1]]
random.Random(19360819).shuffle(pool)
for offset, mark in pool[:30]:
    print(offset, mark)

"""HTML, looked at by a test: what may never be in a page of ours, whatever a dossier says."""

from html.parser import HTMLParser

_VOID = {"meta", "link", "input", "img", "br", "hr"}


class Looked(HTMLParser):
    """A page's elements: balanced, with no script of its own, no style attribute, no handler; its ids and links."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.faults: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]
        self.faults += [f"two elements are called {one}" for one in set(self.ids) if self.ids.count(one) > 1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "script" and not str(known.get("src", "")).startswith("/static/"):
            self.faults.append("a script")
        self.faults += [f"the attribute {name}" for name in known if name == "style" or name.startswith("on")]
        if tag in ("a", "link", "img", "form"):
            at = known.get("href") or known.get("src") or known.get("action")
            self.links += [at] if at else []
        if known.get("id"):
            self.ids.append(str(known["id"]))
        if tag in ("h1", "h2", "h3", "h4"):
            level = int(tag[1])
            if level > (self.headings[-1] if self.headings else 0) + 1:
                self.faults.append(f"h{level} after {self.headings[-1:]}")
            self.headings.append(level)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        self.words += data

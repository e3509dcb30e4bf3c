"""Documents that are archives, as small as they can be."""

import io
import zipfile

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(members: dict[str, str | bytes], *, stored: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def word_document(inner: str) -> str:
    return f'<?xml version="1.0"?><w:document {_WORD}><w:body>{inner}</w:body></w:document>'


def docx(inner: str, **notes: str) -> bytes:
    """Make a DOCX of what is in its body, and of `footnotes`, `endnotes` and `comments`."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": word_document(inner),
    }
    for kind, words in notes.items():
        members[f"word/{kind}.xml"] = f"<w:{kind} {_WORD}>{words}</w:{kind}>"
    return zipped(members)


def paragraphs(*words: str) -> str:
    return "".join(f'<w:p><w:r><w:t xml:space="preserve">{said}</w:t></w:r></w:p>' for said in words)


def chapter(inner: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/x.dtd">\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{inner}</body></html>'
    )


def epub(
    chapters: dict[str, str],
    pages: dict[str, str] | None = None,
    more: dict[str, str] | None = None,
    *,
    ncx: bool = False,
) -> bytes:
    """Make an EPUB of chapters in order, with a page list: labels by where they begin."""
    listed = pages or {}
    items = "".join(
        f'<item id="c{n}" href="text/{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    links = "".join(f'<li><a href="text/{place}">{label}</a></li>' for place, label in listed.items())
    targets = "".join(
        f'<pageTarget type="normal" value="9"><navLabel><text>{label}</text></navLabel><content src="text/{place}"/></pageTarget>'
        for place, label in listed.items()
    )
    nav = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>' if not ncx else ""
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": (
            f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}{nav}<item id="ncx" href="toc.ncx" '
            f'media-type="application/x-dtbncx+xml"/></manifest><spine toc="ncx">{spine}</spine></package>'
        ),
        "OEBPS/toc.ncx": f"<ncx><navMap><navPoint><navLabel><text>One</text></navLabel><content src='x'/></navPoint></navMap>"
        f"<pageList>{targets}</pageList></ncx>",
        "OEBPS/nav.xhtml": chapter(
            f'<nav epub:type="toc"><a href="text/a">One</a></nav><nav epub:type="page-list"><ol>{links}</ol></nav>'
        ),
    }
    members |= {f"OEBPS/text/{name}": chapter(inner) for name, inner in chapters.items()}
    return zipped({**members, **(more or {})})

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

"""PDFs object by object, for what no program would write."""

import zlib

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]>>"
_FONT = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"


def raw_pdf(*objects: bytes) -> bytes:
    """Make a PDF of numbered objects, the first its catalogue."""
    out = b"%PDF-1.4\n"
    places = []
    for number, said in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, said)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + table + b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))


def pdf_bomb(times: int) -> bytes:
    """Make a small PDF of one page whose content unpacks to twenty bytes as many times."""
    content = zlib.compress(b"BT /F 10 Tf " + b"1 0 Td (aaaaaaaa)Tj " * times + b"ET", 9)
    return raw_pdf(
        CATALOG,
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R/Resources%s>>" % _FONT,
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content),
    )

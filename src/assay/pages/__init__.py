"""The pages of the workbench and of the static report: what they say, as values, and how that looks.

    Dossier ─ one file to a view ─▶ a value (its JSON is the page's twin) ─ render ─▶ HTML
                                                                        └─ export ─▶ a folder of files

A value is all that a page shows, in ids and words. `render` knows how it looks and nothing of dossiers; a `Site` says
where other pages are, so the same page stands in the workbench and in a folder of files. Nothing here needs a script.
"""

from assay.pages.addresses import Live
from assay.pages.checks import checks
from assay.pages.claim import claim
from assay.pages.drafts import drafts
from assay.pages.network import network
from assay.pages.overview import overview
from assay.pages.quotations import quotations
from assay.pages.reading import reading
from assay.pages.rendering import render
from assay.pages.search import search
from assay.pages.site import NotHereError, Site
from assay.pages.strike import strike
from assay.pages.timeline import timeline
from assay.pages.witness import witness, witnesses
from assay.pages.works import works

__all__ = [
    "Live", "NotHereError", "Site", "checks", "claim", "drafts", "network", "overview", "quotations", "reading",
    "render", "search", "strike", "timeline", "witness", "witnesses", "works",
]  # fmt: skip

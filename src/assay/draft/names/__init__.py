"""Who is named: capitals into sightings, sightings into persons by spelling and first names, mentions into persons.

    Document ─ sightings ─▶ Tally (of all documents) ─ joining ─▶ Register ─ resolving ─▶ NameMention

The tally grows with the number of different names, not with the number of documents. No name is joined to another
silently: what joins two that are written otherwise is a proposal with its reason.
"""

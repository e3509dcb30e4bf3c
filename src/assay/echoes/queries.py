"""Which runs of letters stand in more than one document: said once, in the SQL that DuckDB and Spark have in common.

An engine gives postings the name `posting` (`run`, `place`, `document`, `letter_before`), and the first answer its own.
"""

RECURRING = """
SELECT posting.run, posting.place, posting.document, posting.letter_before, counted.many, counted.is_shared
FROM posting JOIN (
    SELECT run, count(*) AS many, min(document) < max(document) AS is_shared
    FROM posting GROUP BY run HAVING count(*) > 1
) AS counted ON posting.run = counted.run
"""
"""`recurring`: the places whose run stands elsewhere too, how many have it, and whether two documents do."""

COUNTS = "SELECT place, least(many, 255) AS many FROM recurring"
"""How many places share the run at each place: what a letter there counts."""

HITS = """
SELECT one.place AS first_place, other.place AS second_place
FROM recurring AS one JOIN recurring AS other ON one.run = other.run AND one.document < other.document
WHERE one.is_shared AND one.many <= {most} AND other.is_shared AND other.many <= {most}
AND (one.letter_before <> other.letter_before OR one.place % 16 = 0)
"""
"""Pairs of places that have a run in common: where the likeness begins, and now and then further on, since it may have
begun with a run that everybody has."""

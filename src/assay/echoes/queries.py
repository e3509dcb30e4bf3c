"""Which runs of letters stand in more than one document: said once, in the SQL that DuckDB and Spark have in common."""

POSTINGS = "CREATE TABLE posting (run BIGINT, place BIGINT, document INTEGER, letter_before SMALLINT)"

TELLING = """
CREATE TABLE telling AS
SELECT run, count(*) AS many FROM posting
GROUP BY run HAVING count(*) <= {most} AND min(document) < max(document)
"""
"""Runs in few places, of more than one document."""

SHARED = """
CREATE TABLE shared AS
SELECT posting.*, telling.many FROM posting JOIN telling ON posting.run = telling.run
"""

HITS = """
SELECT one.place AS first_place, other.place AS second_place
FROM shared AS one JOIN shared AS other ON one.run = other.run AND one.document < other.document
WHERE one.letter_before <> other.letter_before OR one.place % 16 = 0
"""
"""Pairs of places that have a run in common: where the likeness begins, and now and then further on, since it may have
begun with a run that everybody has."""

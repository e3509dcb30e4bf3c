"""Spark joins what DuckDB joins: make test-far. It needs pyspark (the extra `far`) and Java."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import assay
from assay.cli.app import app
from assay.echoes.duck import Duck
from assay.echoes.spark import spark_at
from conftest import ROOT

sys.path.insert(0, str(ROOT / "bench"))
from planted import corpus

pytestmark = [pytest.mark.far, pytest.mark.filterwarnings("ignore")]  # of Spark's own code
_SEED, _CHARACTERS = 1968, 1_000_000


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planted") / "papers"
    folder.mkdir()
    for number, text in enumerate(corpus(_SEED, _CHARACTERS).texts):
        (folder / f"{number:04}.txt").write_text(text, "utf-8")
    return folder


def test_spark_and_duckdb_find_the_same_row_by_row(papers: Path) -> None:
    by_duckdb = assay.reuse(papers)
    by_spark = assay.reuse(papers, engine="local[2]")
    assert by_duckdb.num_rows > 100
    assert by_spark.to_pylist() == by_duckdb.to_pylist()


def test_each_answer_to_the_shared_sql_is_the_same(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[list[tuple[str, int, int]]] = []
    ours = Duck.joined

    def both(self: Duck, postings: Path, most: int) -> Iterator[tuple[str, object]]:
        with spark_at("local[2]", 1 << 30, tmp_path) as spark:
            for joined in (ours(self, postings, most), spark.joined(postings, most)):
                rows = [
                    (what, one, other)
                    for what, batch in joined
                    for one, other in zip(*(column.to_pylist() for column in batch.columns), strict=True)
                ]
                answers.append(sorted(rows))
        yield from ours(self, postings, most)

    monkeypatch.setattr(Duck, "joined", both)
    assay.reuse(papers)
    by_duckdb, by_spark = answers
    assert len(by_duckdb) > 100_000
    assert {what for what, _, _ in by_duckdb} == {"counts", "hits"}
    assert by_spark == by_duckdb


def test_the_command_takes_an_engine(papers: Path, tmp_path: Path) -> None:
    arguments = ["reuse", str(papers), "--format", "json"]
    by_duckdb = CliRunner().invoke(app, [*arguments, "-o", str(tmp_path / "duckdb.jsonl")])
    by_spark = CliRunner().invoke(app, [*arguments, "-o", str(tmp_path / "spark.jsonl"), "--engine", "local"])
    assert (by_duckdb.exit_code, by_spark.exit_code) == (0, 0)
    assert (tmp_path / "spark.jsonl").read_text() == (tmp_path / "duckdb.jsonl").read_text()

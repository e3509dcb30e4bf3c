"""Write anew the parts of the docs that commands print: rules, commands, schemas, and the README's output.

`make docs` runs this; a test runs it with --check, so that the docs cannot fall behind.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
GENERATED = "<!-- Written by `make docs`. Change the source, not this page. -->"
_SHOWN = re.compile(r"(```console\n\$ assay ([^\n]*)\n)(.*?)(```)", re.DOTALL)


def output(arguments: list[str], columns: int = 100) -> str:
    """Run assay and return what it prints."""
    environment = {**os.environ, "COLUMNS": str(columns), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "assay", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    # What is said beside a result (an index is read first) is no part of it, and is not said twice.
    return done.stdout + (done.stderr if done.returncode > 1 or not done.stdout else "")


def rules() -> str:
    """Print every rule's page."""
    from assay.check import all_rules  # noqa: PLC0415

    pages = ["## " + f"{rule.code} {rule.page}".replace("\n## ", "\n### ") for rule in all_rules()]
    opening = "The examples belong to a small invented dossier: a short memoir by Clara, in which a mill burns."
    crash = "## X001 A rule broke.\n\nA fault of assay or of an installed rule; the other rules' findings are complete."
    return "\n\n".join([GENERATED, "# Rules of `assay check`", opening, *pages, crash]) + "\n"


def commands() -> str:
    """Print every command's help."""
    from assay.cli.app import COMMANDS  # noqa: PLC0415

    parts = [GENERATED, "# Commands", f"```text\n{output(['--help']).rstrip()}\n```"]
    for name in COMMANDS:
        parts += [f"## assay {name}", f"```text\n{output([name, '--help']).rstrip()}\n```"]
    return "\n\n".join(parts) + "\n"


def schema(report: type[msgspec.Struct], title: str) -> str:
    """Print the JSON schema of a report."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **msgspec.json.schema(report)}
    return json.dumps(made, indent=2) + "\n"


def with_real_output(text: str) -> str:
    """Run every `$ assay ...` of a page and put what it prints below it."""
    import shlex  # noqa: PLC0415

    def run(match: re.Match[str]) -> str:
        return f"{match[1]}{output(shlex.split(match[2]))}{match[4]}"

    return _SHOWN.sub(run, text)


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every generated page as it ought to be."""
    from assay.audit.rows import AuditRow  # noqa: PLC0415
    from assay.report.audit_json import AUDIT_SCHEMA  # noqa: PLC0415
    from assay.report.diagnostics import CHECK_SCHEMA, CheckReport  # noqa: PLC0415
    from assay.report.findings_json import EXAMINE_SCHEMA, ExamineReport  # noqa: PLC0415
    from assay.report.questions_json import QUESTIONS_SCHEMA, QuestionsReport  # noqa: PLC0415
    from assay.report.silence_json import SILENCE_SCHEMA, SilenceReport  # noqa: PLC0415
    from assay.report.strikes_json import STRIKES_SCHEMA, StrikesReport  # noqa: PLC0415
    from assay.report.witness_json import WITNESS_SCHEMA, WitnessReport  # noqa: PLC0415

    yield DOCS / "rules.md", rules()
    yield DOCS / "commands.md", commands()
    yield DOCS / "schema" / "check.json", schema(CheckReport, CHECK_SCHEMA)
    yield DOCS / "schema" / "examine.json", schema(ExamineReport, EXAMINE_SCHEMA)
    yield DOCS / "schema" / "questions.json", schema(QuestionsReport, QUESTIONS_SCHEMA)
    yield DOCS / "schema" / "silence.json", schema(SilenceReport, SILENCE_SCHEMA)
    yield DOCS / "schema" / "strikes.json", schema(StrikesReport, STRIKES_SCHEMA)
    yield DOCS / "schema" / "witness.json", schema(WitnessReport, WITNESS_SCHEMA)
    yield DOCS / "schema" / "audit.json", schema(AuditRow, AUDIT_SCHEMA)
    for path in (ROOT / "README.md", DOCS / "tutorial.md"):
        yield path, with_real_output(path.read_text("utf-8"))


def main() -> int:
    """Write the pages, or only say which are stale."""
    stale = 0
    for path, text in pages():
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale += 1
        print(f"{'stale' if '--check' in sys.argv else 'wrote'} {path.relative_to(ROOT)}")
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    return int("--check" in sys.argv and stale > 0)


if __name__ == "__main__":
    sys.exit(main())

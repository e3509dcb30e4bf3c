"""`assay --help` lists every command with a whole sentence."""

from click.testing import CliRunner

from assay.cli.app import COMMANDS, app


def test_no_line_of_help_is_cut_off_in_a_narrow_terminal() -> None:
    listed = CliRunner().invoke(app, ["--help"], terminal_width=80).output.split("Commands:")[1]
    assert "..." not in listed
    assert [line.split()[0] for line in listed.splitlines() if line[2:3].strip()] == list(COMMANDS)

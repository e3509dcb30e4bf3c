"""`assay explain`."""

import click

from assay.cli.common import fail, paint


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain what a finding of `assay check` means, and what to write instead.

    Without a code, list all rules.

    \b
      assay explain Q004
    """
    from assay.check import all_rules  # noqa: PLC0415
    from assay.model.guessing import did_you_mean  # noqa: PLC0415 - `assay --help` stays instant

    rules = {rule.code: rule for rule in all_rules()}
    if code is None:
        for rule in rules.values():
            click.echo(f"{paint(rule.code, 'strong')}  {rule.title}")
        return
    found = rules.get(code.upper())
    if found is None:
        fail(f"there is no rule {code}", did_you_mean(code.upper(), rules, "assay explain lists them"))
    click.echo(f"{paint(found.code, 'strong')} {found.page}")

"""`assay serve`."""

from pathlib import Path

import click

from assay.cli.common import DOSSIER, failing_clearly, paint, root_of


@click.command("serve")
@DOSSIER
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Which port to listen on. Default: the first free from 8730."
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; so, only for this machine.")
def command(dossier: Path | None, port: int | None, host: str, *, no_browser: bool) -> None:
    """Open the workbench: a local web page to read, record, strike and see what falls.

    What is done there is written to the dossier's files, entry by entry; what is changed in an editor shows at once.
    The address opens once, for the browser that it is opened in. Ctrl-C closes the workbench.

    \b
      assay serve trial
      assay serve trial --port 9000 --no-browser
    """
    from assay.serve.running import is_loopback, serve  # noqa: PLC0415 - `assay --help` stays instant

    def tell(address: str) -> None:
        click.echo(f"Open {paint(address, 'strong')}  (it opens once; Ctrl-C closes the workbench)")

    if not is_loopback(host):
        click.echo(
            f"{paint('assay:', 'warning')} others in the network of {host} can try this address; it is not encrypted.",
            err=True,
        )
    with failing_clearly():
        serve(root_of(dossier), host, port, tell, browser=not no_browser)
    click.echo("Closed.")

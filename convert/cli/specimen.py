"""kanben specimen"""

from pathlib import Path

import click

from ..chars import visible
from ..errors import UsageError
from . import options


@click.command("specimen")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The PDF to write.")
@options.all_of(options.quiet_option, options.debug_option)
def command(output: Path, quiet: bool) -> None:
    """Print a sheet with every face, size, mark and rule.

    One A3 page: the faces, the sizes of all roles, the marks in their squares and the rules of composition, as the
    mainland, Taiwan and Hong Kong have them, horizontal and vertical.

    \b
    kanben specimen -o specimen.pdf
    """
    from ..export.files import replacing
    from ..export.pdf.specimen import write_specimen

    if output.suffix.lower() != ".pdf" and not output.is_dir():
        raise UsageError(f"-o {output}: a specimen is a PDF, and its name ends in .pdf")
    with replacing(output) as temporary:
        write_specimen(temporary)
    if not quiet:
        click.echo(f"{visible(str(output))}  {output.stat().st_size / 1000:.0f} kB")

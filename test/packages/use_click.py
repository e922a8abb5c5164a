import click
from click.testing import CliRunner


@click.group()
@click.option("--debug/--no-debug", default=False, help="More output.")
@click.pass_context
def cli(ctx, debug):
    """A tool with commands."""
    ctx.obj = {"debug": debug}


@cli.command()
@click.argument("name")
@click.option("--count", "-c", default=1, show_default=True, type=click.IntRange(1, 5))
@click.option("--shout", is_flag=True)
@click.pass_obj
def hello(obj, name, count, shout):
    """Greets NAME."""
    for _ in range(count):
        text = f"Hello {name}"
        click.echo(text.upper() if shout else text)
    click.secho("done", fg="green")


@cli.command()
@click.option("--color", type=click.Choice(["red", "blue"]), required=True)
def paint(color):
    click.echo(color)


runner = CliRunner()
for args in (["--help"], ["hello", "Ann", "-c", "2"], ["hello", "--help"], ["hello", "Bob", "--shout"], ["hello"], ["hello", "x", "-c", "9"], ["paint", "--color", "green"], ["paint"], ["nothing"]):
    result = runner.invoke(cli, args)
    print(args, result.exit_code)
    print(result.output)

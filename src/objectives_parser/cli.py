"""The console script: arguments in, exit code out."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, assert_never

import attrs
import click

from objectives_parser import pipeline
from objectives_parser.contract import VERSION, plan_schema
from objectives_parser.document import Document
from objectives_parser.emitters import EMITTERS, OfDocument, OfPlan
from objectives_parser.errors import OverLimit, ReadError
from objectives_parser.readers import READERS, Limits
from objectives_parser.readers.detection import ENDINGS, PDF

SHORT_TYPES = [next(ending[1:] for ending in ENDINGS if ENDINGS[ending] == media_type) for media_type in READERS]
TYPES = {ending[1:]: media_type for ending, media_type in ENDINGS.items()} | {name: name for name in READERS}


@attrs.frozen(kw_only=True)
class Wish:
    """What the command line asks for, of each file."""

    media_type: str | None
    password: str | None
    reader: Any
    limits: Limits
    vocabulary: str | None
    format: str
    pictures: Path | None


def main() -> None:
    """Run the command and leave with its exit code."""
    try:
        code = command.main(standalone_mode=False)
    except click.exceptions.Exit as error:
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except Exception as error:  # No file is at fault here, and a traceback would help nobody.
        code = _refuse(f"parse-objectives failed ({type(error).__name__}: {error}). Please report it as a bug.")
    sys.exit(code)


def _print_schema(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        _write(json.dumps(plan_schema(), indent=2, ensure_ascii=False) + "\n")
        context.exit()


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format", "format_", type=click.Choice(list(EMITTERS)), default="json", show_default=True, help="What to print."
)
@click.option(
    "--type",
    "type_",
    metavar="TYPE",
    help=f"{', '.join(SHORT_TYPES)} or a media type, for files whose content leaves it open.",
)
@click.option("--password", help="The password of an encrypted file.")
@click.option(
    "--reader",
    type=click.Choice(["pdfium", "pdfplumber"]),
    default="pdfium",
    show_default=True,
    help="What reads PDF files.",
)
@click.option(
    "--vocabulary",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="A TOML file with more header words.",
)
@click.option(
    "--debug-images",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Draw each PDF page there, with its words, rulings, cells and records.",
)
@click.option("--max-bytes", type=click.IntRange(1), default=Limits().max_bytes, show_default=True, help="Of one file.")
@click.option(
    "--max-expanded-bytes",
    type=click.IntRange(1),
    default=Limits().max_expanded_bytes,
    show_default=True,
    help="Of one file, unpacked.",
)
@click.option("--max-pages", type=click.IntRange(1), default=Limits().max_pages, show_default=True, help="Of one file.")
@click.option(
    "--max-cells",
    type=click.IntRange(1),
    default=Limits().max_cells,
    show_default=True,
    help="Of all tables of one file.",
)
@click.option(
    "--max-seconds",
    type=click.FloatRange(0, min_open=True),
    default=Limits().max_seconds,
    show_default=True,
    help="For one file.",
)
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_schema,
    help="Print the JSON Schema of a plan and leave.",
)
@click.version_option(VERSION, prog_name="parse-objectives")
def command(
    files: tuple[str, ...],
    format_: str,
    type_: str | None,
    password: str | None,
    reader: str,
    vocabulary: str | None,
    debug_images: Path | None,
    **limits: Any,
) -> int:
    """Print the objectives, measures, milestones and actions that plans state.

    FILE is a plan as PDF, text, Word, OpenDocument, HTML, Markdown, spreadsheet or CSV; - is standard input. One FILE
    gives one JSON plan, several give JSON Lines. Messages go to standard error. The exit code is 0 if every file gave
    a plan, 1 if one could not be read (the others are written all the same), 2 for wrong usage.
    """
    _check_vocabulary(vocabulary)
    wish = Wish(
        media_type=_media_type(type_),
        password=password,
        reader=reader,
        limits=Limits(**limits),
        vocabulary=vocabulary,
        format=format_,
        pictures=debug_images,
    )
    numbers = [None] if len(files) == 1 else list(range(1, len(files) + 1))
    return max([_print_file(file, number, wish) for file, number in zip(files, numbers, strict=True)])


def _media_type(name: str | None) -> str | None:
    if name is None or name.lower().lstrip(".") in TYPES:
        return TYPES[name.lower().lstrip(".")] if name else None
    raise click.BadParameter(f"{name!r} is none of {', '.join(TYPES)}.", param_hint="--type")


def _check_vocabulary(file: str | None) -> None:
    """A mistake in the user's header words is wrong usage, told once and not for every file."""
    if file is None:
        return
    from objectives_parser.roles import VocabularyError, load_vocabulary

    try:
        load_vocabulary(file)
    except VocabularyError as error:
        raise click.BadParameter(str(error), param_hint="--vocabulary") from error


def _print_file(file: str, number: int | None, wish: Wish) -> int:
    """Read, understand and print one file. Returns 1, with a line on standard error, if it cannot be read."""
    try:
        with _within(wish.limits.max_seconds, file):
            text = _text_of(file, number, wish)
    except ReadError as error:
        return _refuse(str(attrs.evolve(error, name=file)))
    except RecursionError:
        return _refuse(f"{file}: it is nested too deeply. Flatten it, or save it in another format.")
    except MemoryError:
        return _refuse(f"{file}: there is not memory enough to read it. Split it, or use a larger machine.")
    except Exception as error:  # Whatever a library makes of a hostile file: the others are still to be read.
        what = " ".join(str(error).split())[:200]
        return _refuse(f"{file}: the parser failed on it ({type(error).__name__}: {what}). Please report it as a bug.")
    _write(text)
    return 0


def _text_of(file: str, number: int | None, wish: Wish) -> str:
    source: Any = sys.stdin.buffer if file == "-" else file
    name = "-" if file == "-" else None
    document = pipeline.read(
        source,
        name=name,
        media_type=wish.media_type,
        password=wish.password,
        reader=wish.reader,
        limits=wish.limits,
    )
    if wish.pictures:
        _draw(file, document, wish, wish.pictures)
    match EMITTERS[wish.format]:
        case OfDocument() as emitter:
            return emitter.emit(document, number)
        case OfPlan() as emitter:
            return emitter.emit(pipeline.understand(document, vocabulary=wish.vocabulary), number)
        case other:
            assert_never(other)


def _draw(file: str, document: Document, wish: Wish, folder: Path) -> None:
    """Draw a PDF's pages into the folder; standard input has been read by now, and other formats have no pages."""
    from objectives_parser.emitters import pictures
    from objectives_parser.readers.rasters import page_pictures

    if file == "-" or document.media_type != PDF:
        click.echo(f"{file}: only PDF files have pictures of their pages.", err=True)
        return
    plan = pipeline.understand(document, vocabulary=wish.vocabulary)
    pages = page_pictures(Path(file).read_bytes(), scale=pictures.SCALE, password=wish.password)
    pictures.draw(pages, document, plan, folder)


@contextmanager
def _within(seconds: float, file: str) -> Iterator[None]:
    """Stop after so many seconds, where the system has an alarm clock; elsewhere the readers' own checks must do."""

    def stop(signum: int, frame: FrameType | None) -> None:
        raise OverLimit(
            name=file,
            reason=f"it takes more than {seconds:g} seconds",
            remedy="Raise the limit with --max-seconds.",
        )

    if not hasattr(signal, "setitimer"):
        yield
        return
    before: Any = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _refuse(message: str) -> int:
    click.echo(" ".join(message.split()), err=True)
    return 1


def _write(text: str) -> None:
    """Text to standard output as UTF-8 on every system; what UTF-8 cannot hold (half a surrogate pair) as an escape."""
    stream = sys.stdout.buffer
    try:
        stream.write(text.encode("utf-8", errors="backslashreplace"))
        stream.flush()
    except BrokenPipeError:
        # "parse-objectives plan.pdf | head" has what it wanted. Python would flush once more at its end and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None


if __name__ == "__main__":
    main()

"""Read news stories from files and save each as a draft with its quotes and claims."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles.desk import find_doubts, recorded, save_draft
from articles.intake import SUFFIXES, Unreadable, read_source, read_story
from articles.text import excerpt
from articles.vocabulary import Language

STANDARD_INPUT = "-"


class Command(BaseCommand):
    """Parse arguments, read, save, print."""

    help = (
        "Read news stories from files (.txt, a saved page .html, Word .docx), from folders of them, or from standard "
        "input ('-'), and save each as a draft for the desk to check. A story imported before is left as it is, so "
        "that it is safe to run again."
    )

    def add_arguments(self, parser):
        """Declare the arguments."""
        parser.add_argument("files", nargs="+", metavar="FILE_OR_FOLDER")
        parser.add_argument("--language", choices=Language.values, help="language of the story, when it is known")
        parser.add_argument("--section", default="", help="section to file it under, instead of the printed one")
        parser.add_argument("--dry-run", action="store_true", help="print the plan and save nothing")
        parser.add_argument("--json", action="store_true", help="print the plan for machines, one object a story")

    def handle(self, *, files, **options):
        """Import every file, each as a whole or not at all; go on past a bad one, and fail at the end."""
        names = [name for given in files for name in stories_in(given)]
        bad = []
        for number, name in enumerate(names, 1):
            try:
                self.import_file(name, **options)
            except (OSError, Unreadable, DatabaseError) as error:
                bad.append(f"{name}: {getattr(error, 'strerror', None) or error}")
            if len(names) > 1:
                self.stderr.write(f"{number:,} of {len(names):,} files", ending="\r" if number < len(names) else "\n")
        if bad:
            failed = [f"{len(bad):,} of {len(names):,} files were not imported:"] if len(names) > 1 else []
            raise CommandError("\n".join([*failed, *bad]))

    def import_file(self, name, *, language, section, dry_run, **options):
        """Read one file and save it, unless it is only to be looked at."""
        data = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
        plan = read_story(read_source(data), language)
        if dry_run or options["json"]:
            plan = replace(plan, doubts=find_doubts(plan))  # those of the directory, too
        if options["json"]:
            self.stdout.write(json.dumps(plan.as_json(), ensure_ascii=False, indent=2))
        elif dry_run:
            self.print_plan(plan)
        if dry_run:
            return
        with recorded(what=f"import_article {name}"):
            imported = save_draft(plan, section)
        if not options["json"]:
            state = "draft saved" if imported.created else "already imported, nothing changed"
            self.print_plan(plan)
            self.stdout.write(f"{name}: {state} ({imported.article.public_id})")

    def print_plan(self, plan):
        """Print a plan for people: what was read, then what the desk should look at."""
        self.stdout.write(f"{plan.headline}\n  {plan.section or '–'} · {plan.language} · {len(plan.blocks)} blocks")
        for quote in plan.quotes:
            who = ", ".join(filter(None, (quote.speaker, quote.title, quote.organisation))) or quote.attribution.label
            self.stdout.write(f"  “{excerpt(quote.text, 60)}” {who}")
        for claim in plan.claims:
            said = (claim.investor, claim.amount_text, claim.equivalent_text, claim.activity, claim.place, claim.year)
            self.stdout.write(f"  {claim.stage.label}: " + " · ".join(str(part) for part in said if part))
        for doubt in plan.doubts:
            self.stdout.write(f"  ? {doubt.kind.label} {excerpt(doubt.text, 80)}".rstrip())


def stories_in(given):
    """Return the names of the files that an argument stands for: itself, or what a folder and its folders hold.

    Raises CommandError for a folder without stories: a mistyped one must not look like a success.
    """
    if given == STANDARD_INPUT or not Path(given).is_dir():
        return [given]
    inside = (path for path in sorted(Path(given).rglob("*")) if path.suffix.lower().removeprefix(".") in SUFFIXES)
    names = [str(path) for path in inside if path.is_file() and not path.name.startswith((".", "~"))]
    if not names:
        raise CommandError(f"{given}: there is no story in this folder ({', '.join(f'*.{s}' for s in SUFFIXES)}).")
    return names

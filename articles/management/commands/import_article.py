"""Read news stories from text files and save each as a draft with its quotes and claims."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.desk import recorded, save_draft
from articles.intake import Unreadable, decode, read_story
from articles.text import excerpt
from articles.vocabulary import Language


class Command(BaseCommand):
    """Parse arguments, read, save, print."""

    help = "Read news stories from text files ('-' for standard input) and save each as a draft for the desk to check."

    def add_arguments(self, parser):
        """Declare the arguments."""
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--language", choices=Language.values, help="language of the story, when it is known")
        parser.add_argument("--section", default="", help="section to file it under, instead of the printed one")
        parser.add_argument("--dry-run", action="store_true", help="print the plan and save nothing")
        parser.add_argument("--json", action="store_true", help="print the plan for machines, one object a story")

    def handle(self, *, files, **options):
        """Import every file; go on past a bad one, and fail at the end."""
        bad = []
        for name in files:
            try:
                self.import_file(name, **options)
            except (OSError, Unreadable) as error:
                bad.append(f"{name}: {getattr(error, 'strerror', None) or error}")
        if bad:
            raise CommandError("\n".join(bad))

    def import_file(self, name, *, language, section, dry_run, **options):
        """Read one file and save it, unless it is only to be looked at."""
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        plan = read_story(decode(data), language)
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

"""Say how well the intake reads the stories of a folder."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.intake import Unreadable
from articles.intake.evaluation import MEASURES, by_language, evaluate

WIDTH = max(map(len, MEASURES.values())) + 2


class Command(BaseCommand):
    """Parse arguments, evaluate, print."""

    help = (
        "Score the intake: DIR holds stories NAME.txt and their right readings NAME.json in the intake schema. "
        "Prints precision, recall and F1 of each measure by language, then what went wrong in each story."
    )

    def add_arguments(self, parser):
        """Declare the arguments."""
        parser.add_argument("folder", metavar="DIR", type=Path)
        parser.add_argument("--json", action="store_true", help="print the scores and the errors for machines")
        parser.add_argument("--table-only", action="store_true", help="print no errors, so that unseen stories stay so")

    def handle(self, *, folder, **options):
        """Print the table, and under it the errors story by story."""
        try:
            stories = evaluate(folder)
        except (OSError, ValueError, KeyError, Unreadable) as error:
            raise CommandError(f"{folder}: {error}") from error
        if not stories:
            raise CommandError(f"{folder}: there are no right readings (NAME.json) in this folder.")
        sums = by_language(stories)
        if options["json"]:
            self.print_json(sums, stories)
            return
        self.print_table(sums)
        if not options["table_only"]:
            self.print_errors(stories)

    def print_table(self, sums):
        """Print precision, recall and F1 by measure and language."""
        self.stdout.write(" " * WIDTH + "".join(f"{name:>21}" for name in sums))
        self.stdout.write(" " * WIDTH + f"{'P      R      F1':>21}" * len(sums))
        for measure, label in MEASURES.items():
            tallies = [total.tallies[measure] for total in sums.values()]
            cells = "".join(f"{t.precision:>7.3f}{t.recall:>7.3f}{t.f1:>7.3f}" for t in tallies)
            self.stdout.write(f"{label:<{WIDTH}}{cells}")

    def print_errors(self, stories):
        """Print what went wrong, story by story."""
        for story in stories:
            self.stdout.write(f"\n{story.name}: {len(story.errors)}")
            for measure, what, passage in story.errors:
                self.stdout.write(f"  {MEASURES[measure]} · {what} · {passage}")

    def print_json(self, sums, stories):
        """Print the same as one JSON object."""
        scores = {
            name: {
                measure: {"precision": t.precision, "recall": t.recall, "f1": t.f1}
                for measure, t in total.tallies.items()
            }
            for name, total in sums.items()
        }
        errors = {story.name: story.errors for story in stories}
        self.stdout.write(json.dumps({"scores": scores, "errors": errors}, ensure_ascii=False, indent=2))

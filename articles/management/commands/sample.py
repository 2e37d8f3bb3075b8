"""Fill a database with a large newsroom, for measuring."""

from django.core.management.base import BaseCommand, CommandError

from articles.demo.sample import SampleError, Size, build_sample

BAR = 30


class Command(BaseCommand):
    """Parse arguments, build, say what was done."""

    help = "Fill a database with a large newsroom of made-up stories, for measuring. Safe to run again."

    def add_arguments(self, parser):
        """Declare the arguments."""
        parser.add_argument("--articles", type=int, default=10_000)
        parser.add_argument("--quotes", type=int, default=10_000)
        parser.add_argument("--investments", type=int, default=5_000)
        parser.add_argument("--seed", type=int, default=1, help="another seed adds another sample")
        parser.add_argument("--force", action="store_true", help="also where there are stories of another origin")

    def handle(self, *, articles, quotes, investments, seed, force, **options):
        """Build the sample, showing on standard error how far it is."""
        size = Size(articles, quotes, investments)
        try:
            built = build_sample(size, seed, force, self.show_progress)
        except SampleError as error:
            raise CommandError(str(error)) from error
        if built:
            self.stdout.write(f"Sample: {articles:,} articles, {quotes:,} quotes, {investments:,} investments.")
        else:
            self.stdout.write(f"The sample of seed {seed} is there already; nothing was added.")

    def show_progress(self, step, done, total):
        """Draw a bar of what is done of a step, in place of the last one of that step."""
        full = BAR * done // max(total, 1)
        bar = "█" * full + "░" * (BAR - full)
        self.stderr.write(f"{step:<12} {bar} {done:,} of {total:,}", ending="\r" if done < total else "\n")

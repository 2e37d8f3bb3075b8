"""Paste a story: see what would be read out of it beside its text, then save it as a draft."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import FileExtensionValidator
from django.http import HttpResponseRedirect
from django.template.defaultfilters import filesizeformat
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import desk
from articles.admin.reading import Reading, note_characters, note_file
from articles.intake import Unreadable, read_source, read_story
from articles.intake.source import MAXIMUM_BYTES, SUFFIXES, clean
from articles.models import Article, Section
from articles.vocabulary import Language


def check_size(text):
    """Refuse a text that is longer than a story may be."""
    size = len(text.encode())
    if size > settings.STORY_BYTES:
        message = _("The text has %(size)s; a story may have at most %(limit)s.")
        limits = {"size": filesizeformat(size), "limit": filesizeformat(settings.STORY_BYTES)}
        raise ValidationError(message % limits)


class StoryField(forms.CharField):
    """A text with LF line ends, as the intake keeps it: browsers send CRLF, whatever was pasted."""

    widget = forms.Textarea(attrs={"rows": 24, "spellcheck": "false"})

    def to_python(self, value):
        """Return the text as it will be stored, with the white space around it."""
        return clean(value or "")


class PasteForm(forms.Form):
    """A story, and how to read it. Once valid, it has the `plan`; `notes` tell what became of its characters.

    `seen` says which plan the editor had on the page: only that one is saved.
    """

    text = StoryField(label=gettext_lazy("Text of the story"), required=False)
    file = forms.FileField(
        label=gettext_lazy("Or a file: text, a saved page (.html), Word (.docx)"),
        required=False,
        validators=[FileExtensionValidator(SUFFIXES)],
        widget=forms.FileInput(attrs={"accept": ",".join(f".{suffix}" for suffix in SUFFIXES)}),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        required=False,
        choices=[("", gettext_lazy("find it out")), *Language.choices],
    )
    section = forms.ModelChoiceField(
        Section.objects.order_by("slug"),
        label=gettext_lazy("Section"),
        required=False,
        empty_label=gettext_lazy("the one that the story prints"),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    plan = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.notes = []

    def clean_text(self):
        """Refuse a text that is too long."""
        check_size(self.cleaned_data["text"])
        return self.cleaned_data["text"]

    def clean_file(self):
        """Return the text of the file, empty without one."""
        file = self.cleaned_data["file"]
        if file is None:
            return ""
        data = file.read(MAXIMUM_BYTES + 1)  # one byte too many is enough to refuse it
        try:
            text = read_source(data)
        except Unreadable as error:
            raise ValidationError(str(error)) from error
        check_size(text)
        self.notes = list(note_file(data))
        return text

    def clean(self):
        """Read the story, unless something is wrong with it already."""
        if self.errors:
            return
        pasted, uploaded = self.cleaned_data["text"], self.cleaned_data["file"]
        if pasted.strip() and uploaded:
            self.add_error("file", _("There is a text in the box too. Empty the box to read the file instead."))
        elif not pasted.strip() and not uploaded:
            self.add_error("text", _("There is no text yet. Paste a story, or choose a file."))
        else:
            self.read(uploaded or pasted)

    def read(self, text):
        """Make the plan, and put the very text that it was made from into the box."""
        self.notes = self.notes or list(note_characters(self.data["text"]))
        self.plan = read_story(text, self.cleaned_data["language"] or None)
        self.data = self.data.copy()
        self.data["text"] = self.plan.source_text
        if not self.plan.headline:
            message = _("No headline was found. Put it on a line of its own at the top, without a full stop.")
            self.add_error("text", message)

    @property
    def mark(self):
        """What tells this plan from any other."""
        return f"{self.plan.import_key}-{self.plan.language}"

    @property
    def was_seen(self):
        """Whether the editor had this very plan on the page."""
        return self.cleaned_data["seen"] == self.mark


class PasteStory:
    """The page on which stories are pasted, for the admin class of articles."""

    def get_urls(self):
        """Add the page."""
        view = self.admin_site.admin_view(self.paste)
        return [path("paste/", view, name="articles_article_paste"), *super().get_urls()]

    def paste(self, request):
        """Show the form; with a story in it, what is read out of the story; and save it once that was seen."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        posted = request.method == "POST"
        form = PasteForm(request.POST, request.FILES) if posted else PasteForm()
        saving = form.is_valid() and "save" in request.POST
        if saving and form.was_seen:
            imported = desk.save_draft(form.plan, form.cleaned_data["section"], request.user)
            if imported.created:
                return self.open_draft(request, imported.article)
        return self.show_reading(request, form, changed=saving and not form.was_seen)

    def open_draft(self, request, article):
        """Log the new draft, say so, and go to it."""
        self.log_addition(request, article, [{"added": {}}])
        self.message_user(request, _("The story was saved as a draft. Readers do not see it."), messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:articles_article_records", args=[article.pk]))

    def show_reading(self, request, form, changed):
        """Render the page; `changed` when the text is another than the one that was read."""
        known = form.plan and Article.objects.filter(import_key=form.plan.import_key).first()
        context = {
            "title": _("Paste a story"),
            "form": form,
            "changed": changed,
            "reading": Reading(form.plan) if form.plan else None,
            "known": known,
            "known_is_visible": bool(known and self.get_object(request, str(known.pk))),
        }
        return self.page(request, "desk/paste.html", context)

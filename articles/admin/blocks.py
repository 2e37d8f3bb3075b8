"""The block editor at the desk: usable without a mouse, and in the language of the page."""

from content_editor.admin import ContentEditorInline
from django.utils.translation import gettext_lazy as _
from imagefield.fields import PPOIField
from js_asset import JSON, Script

from articles.admin.pictures import FocalField, PictureField, PictureForm
from articles.models.fields import Picture

FORM_CLASSES = {Picture: PictureField, PPOIField: FocalField}
# What the scripts say. The buttons above a text are called as the editor's package calls them.
LABELS = {
    "up": _("Move up"),
    "down": _("Move down"),
    "fold": _("Fold or unfold"),
    "insert": _("Insert a block here"),
    "append": _("Add a block at the end"),
    "moved": _("Now at place %(place)s of %(total)s."),
    "toolbar": {
        "bulletList": _("Bulleted list"),
        "orderedList": _("Numbered list"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "subscript": _("Subscript"),
        "superscript": _("Superscript"),
        "link": _("Insert a link"),
        "unlink": _("Remove the link"),
        "undo": _("Undo"),
        "redo": _("Redo"),
    },
}


class BlockInline(ContentEditorInline):
    """A kind of block in the editor."""

    form = PictureForm

    class Media:
        """The scripts, and the words they say."""

        css = {"all": ["desk/blocks.css", "desk/focal.css"]}
        js = [
            JSON(LABELS, id="desk-labels"),
            *(Script(f"desk/{name}.js", type="module") for name in ("blocks", "toolbar", "focal")),
        ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Give a picture and its focal point the fields made for them; a picture is put aside for who chose it."""
        if form_class := FORM_CLASSES.get(type(db_field)):
            kwargs |= {"form_class": form_class, "widget": form_class.widget}
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(field, PictureField):
            field.widget.user = request.user
        return field

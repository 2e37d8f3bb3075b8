"""How an editor chooses a picture, and the point of it that every cut must show."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from articles.admin.kept import find, keep
from articles.images import FORMATS, describe_size, reencode

CENTRE = "0.5x0.5"


class DeskWidget:
    """A widget with a template of ours."""

    def _render(self, template_name, context, renderer=None):
        return super()._render(template_name, context, TemplatesSetting())


class Reference(str):
    """What a form sends instead of a file when the picture has been put aside."""


class PictureInput(DeskWidget, forms.ClearableFileInput):
    """Shows the picture with its size, and offers to take another one, or none."""

    template_name = "desk/picture.html"
    kept = user = None

    def get_context(self, name, value, attrs):
        """Show what was put aside rather than what it will replace."""
        attrs = {"accept": ",".join(f"image/{name.lower()}" for name in FORMATS), **(attrs or {})}
        context = super().get_context(name, value, attrs)
        if self.kept:
            context |= {"kept": self.kept, "reference": self.kept.reference(self.user), "shown": self.kept}
        elif context["widget"]["is_initial"]:
            context["shown"] = stored(value)
        return context

    def value_from_datadict(self, data, files, name):
        """A chosen file, else False for none, else the reference to what was put aside."""
        value = super().value_from_datadict(data, files, name)
        if value is None and data.get(f"{name}-kept"):
            return Reference(data[f"{name}-kept"])
        return value


def stored(value):
    """Return what the form shows of a stored picture: its smaller renditions and its size."""
    instance, prefix = value.instance, value.field.name
    width, height = (getattr(instance, f"{prefix}_{side}") for side in ("width", "height"))
    try:
        figures = describe_size(width, height, value.size)
    except OSError:
        figures = _("The file is missing.")
    return {"url": value.small, "card": value.card, "figures": figures}


class PictureField(forms.FileField):
    """Takes a picture, re-encodes it, and puts it aside in case the rest of the form has to be corrected."""

    widget = PictureInput

    def __init__(self, *, max_length=None, **kwargs):
        """A file gets a name of our own, so that the length of the one it has does not matter."""
        super().__init__(**kwargs)

    def to_python(self, data):
        """Return the re-encoded picture."""
        widget = self.widget
        if isinstance(data, Reference):
            widget.kept = find(data, widget.user)
            if widget.kept is None:
                raise ValidationError(_("The picture is no longer there. Please choose it again."))
            return widget.kept.open()
        if (data := super().to_python(data)) is None:
            return None
        picture = reencode(data)
        if widget.user:
            widget.kept = keep(picture, data.name, widget.user)
        return picture

    def bound_data(self, data, initial):
        """Whatever was sent, the stored picture is what the form compares it with."""
        return initial


class FocalInput(DeskWidget, forms.MultiWidget):
    """The focal point in hundredths from the left and from the top; on the picture itself with the mouse."""

    template_name = "desk/focal.html"

    def __init__(self, attrs=None):
        inputs = {side: forms.NumberInput({"min": 0, "max": 100}) for side in ("x", "y")}
        super().__init__(inputs, attrs)

    def decompress(self, value):
        """Return the two numbers of a point such as 0.5x0.25; anything else is the centre."""
        try:
            return [round(float(part) * 100) for part in (value or CENTRE).split("x")]
        except ValueError:
            return [50, 50]


class FocalField(forms.MultiValueField):
    """The focal point of a picture."""

    widget = FocalInput

    def __init__(self, *, max_length=None, **kwargs):
        numbers = [forms.IntegerField(min_value=0, max_value=100) for _side in "xy"]
        kwargs |= {"widget": FocalInput, "label": _("Focal point"), "required": False}
        kwargs["help_text"] = _("What must stay in sight when the picture is cut to another shape.")
        super().__init__(numbers, **kwargs)

    def compress(self, values):
        """Return the point as it is stored."""
        return "x".join(f"{value / 100:g}" for value in values) if values else CENTRE


class PictureForm(forms.ModelForm):
    """A form with a picture. A new picture has a focal point of its own."""

    def clean(self):
        """Forget the focal point of the picture that is replaced, unless a new one was given."""
        cleaned = super().clean()
        for name, field in self.fields.items():
            point = f"{name}_ppoi"
            if isinstance(field, PictureField) and name in self.changed_data and point not in self.changed_data:
                cleaned[point] = CENTRE
        return cleaned

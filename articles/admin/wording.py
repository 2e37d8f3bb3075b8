"""The words of a correction, asked for wherever something is changed that readers have seen."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles import desk
from articles.vocabulary import CorrectionKind


class WordingForm(forms.Form):
    """What the desk says about a change of something that readers have seen."""

    kind = forms.ChoiceField(
        label=_("kind"), choices=[(kind.value, kind.label) for kind in CorrectionKind if kind != "retraction"]
    )
    note = forms.CharField(
        label=_("public note"), help_text=_("What readers are told."), widget=forms.Textarea(attrs={"rows": 2})
    )
    reason = forms.CharField(
        label=_("reason"), help_text=_("For the desk: how it came about."), widget=forms.Textarea(attrs={"rows": 2})
    )

    @classmethod
    def of(cls, request):
        """Return the form as the request filled it in, or an empty one."""
        return cls(request.POST if "correction-note" in request.POST else None, prefix="correction")

    def wording(self):
        """Return the wording when it is whole and the form was filled in, else None."""
        return desk.Wording(**self.cleaned_data) if self.is_bound and self.is_valid() else None


def wording_of(request):
    """Return the correction that came with the request, from somebody who may write one; else None."""
    return WordingForm.of(request).wording() if request.user.has_perm("articles.add_correction") else None

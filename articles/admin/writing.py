"""The text editor in the forms of the desk."""

from js_asset import Media


class TextEditor:
    """An admin class whose form has the text editor. Its import map is an inline script, which needs the nonce."""

    def render_change_form(self, request, context, *args, **kwargs):
        """Give the import map the nonce."""
        response = super().render_change_form(request, context, *args, **kwargs)
        media = Media.from_media(response.context_data["media"], nonce=str(request.csp_nonce))
        response.context_data["media"] = media
        return response

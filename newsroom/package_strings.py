"""What the packages say to people and have no Korean or Vietnamese for.

Nothing imports this module. It names the packages' strings so that `make messages` collects them into our catalogues,
which Django asks before the packages' own; `package_strings.js` does the same for what their scripts say. A test
compares both with the sources of the installed packages, and tells when an update brings something new.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

STRINGS = (
    # content_editor
    _("Add new item"),
    _("Clone from region"),
    _("Cloning plugins failed: {}"),
    _("Cloning {} plugins succeeded."),
    _("Collapse all items"),
    _("Didn't find anything to clone"),
    _("New item"),
    _("No items."),
    _("No items. Region may inherit content."),
    _("No plugins allowed in this region."),
    _("No regions available."),
    _("Select all"),
    _("Uncollapse all items"),
    _("Unknown region"),
    _("Use Ctrl-Click to select and move multiple items."),
    _("marked for deletion"),
    # django_filters
    _("%s (descending)"),
    _("All"),
    _("Multiple values may be separated by commas."),
    _("No"),
    _("Ordering"),
    _("Past 7 days"),
    _("Range query expects two values."),
    _("Select a lookup."),
    _("This month"),
    _("This year"),
    _("Today"),
    _("Unknown"),
    _("Yes"),
    _("Yesterday"),
    _("contains"),
    _("date"),
    _("day"),
    _("ends with"),
    _("exclude"),
    _("has any keys"),
    _("has key"),
    _("has keys"),
    _("hour"),
    _("is contained by"),
    _("is greater than"),
    _("is greater than or equal to"),
    _("is in"),
    _("is in range"),
    _("is less than"),
    _("is less than or equal to"),
    _("is null"),
    _("matches regex"),
    _("minute"),
    _("month"),
    _("overlaps"),
    _("search"),
    _("second"),
    _("starts with"),
    _("week day"),
    _("year"),
    # imagefield
    _('Error while handling image, maybe the file is corrupt or the image format is unsupported. (Exception: "%s")'),
    # reversion
    _("Action"),
    _("Choose a date from the list below to recover a deleted version of an object."),
    _("Choose a date from the list below to revert to a previous version of this object."),
    _("Could not load %(object_repr)s version - incompatible version data."),
    _("Could not load %(object_repr)s version - not found"),
    _("Could not load %(object_repr)s version - unknown serializer %(format)s."),
    _("Could not save %(object_repr)s version - missing dependency."),
    _("Date/time"),
    _("History"),
    _("Home"),
    _("Initial version."),
    _("Press the save button below to recover this version of the object."),
    _("Press the save button below to revert to this version of the object."),
    _("Recover %(name)s"),
    _("Recover deleted %(name)s"),
    _("Reversion"),
    _("Revert %(name)s"),
    _("Revert %(verbose_name)s"),
    _("Reverted to previous version, saved on %(datetime)s"),
    _("There are no deleted objects to recover."),
    _("This object doesn't have a change history. It probably wasn't added via this admin site."),
    _("User"),
    _("comment"),
    _("date created"),
    _("revision"),
    _("revisions"),
    _("user"),
    _("version"),
    _("versions"),
    # Django's own, which its Vietnamese catalogue lacks
    _("Enter a valid domain name."),
    _("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    _("Enter a valid “slug” consisting of Unicode letters, numbers, underscores, or hyphens."),
    _("Enter a valid %(protocol)s address."),
    _("IPv4"),
    _("IPv6"),
    _("IPv4 or IPv6"),
    _("Ensure this value is a multiple of step size %(limit_value)s."),
    _(
        "Ensure this value is a multiple of step size %(limit_value)s, starting from %(offset)s, e.g. "
        "%(offset)s, %(valid_value1)s, %(valid_value2)s, and so on."
    ),
    _("File extension “%(extension)s” is not allowed. Allowed extensions are: %(allowed_extensions)s."),
    _("Null characters are not allowed."),
    _("Constraint “%(name)s” is violated."),
    _("“%(value)s” value must be either True or False."),
    _("“%(value)s” value must be either True, False, or None."),
    _("“%(value)s” value has an invalid date format. It must be in YYYY-MM-DD format."),
    _("“%(value)s” value has the correct format (YYYY-MM-DD) but it is an invalid date."),
    _("“%(value)s” value has an invalid format. It must be in YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ] format."),
    _("“%(value)s” value has the correct format (YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ]) but it is an invalid date/time."),
    _("“%(value)s” value must be a decimal number."),
    _("“%(value)s” value has an invalid format. It must be in [DD] [[HH:]MM:]ss[.uuuuuu] format."),
    _("“%(value)s” value must be a float."),
    _("“%(value)s” value must be an integer."),
    _("“%(value)s” value must be either None, True or False."),
    _("“%(value)s” value has an invalid format. It must be in HH:MM[:ss[.uuuuuu]] format."),
    _("“%(value)s” value has the correct format (HH:MM[:ss[.uuuuuu]]) but it is an invalid time."),
    _("“%(value)s” is not a valid UUID."),
    _("Value must be valid JSON."),
    _("%(model)s instance with %(field)s %(value)r is not a valid choice."),
    _("Enter a valid duration."),
    _("The number of days must be between {min_days} and {max_days}."),
    _("Enter a complete value."),
    _("Enter a valid UUID."),
    _("Enter a valid JSON."),
    _(
        "ManagementForm data is missing or has been tampered with. Missing fields: %(field_names)s. You "
        "may need to file a bug report if the issue persists."
    ),
    ngettext_lazy("Please submit at most %(num)d form.", "Please submit at most %(num)d forms."),
    ngettext_lazy("Please submit at least %(num)d form.", "Please submit at least %(num)d forms."),
    _("The inline value did not match the parent instance."),
    _("“%(pk)s” is not a valid value."),
    _(
        "%(datetime)s couldn’t be interpreted in time zone %(current_timezone)s; it may be ambiguous or "
        "it may not exist."
    ),
    _("This is not a valid IPv6 address."),
    pgettext_lazy("String to return when truncating text", "%(truncated_text)s…"),
    ngettext_lazy("%(num)d year", "%(num)d years"),
    ngettext_lazy("%(num)d month", "%(num)d months"),
    ngettext_lazy("%(num)d week", "%(num)d weeks"),
    ngettext_lazy("%(num)d day", "%(num)d days"),
    ngettext_lazy("%(num)d hour", "%(num)d hours"),
    ngettext_lazy("%(num)d minute", "%(num)d minutes"),
    _("Forbidden"),
    _("CSRF verification failed. Request aborted."),
    _(
        "You are seeing this message because this HTTPS site requires a “Referer header” to be sent by "
        "your web browser, but none was sent. This header is required for security reasons, to ensure "
        "that your browser is not being hijacked by third parties."
    ),
    _(
        "If you have configured your browser to disable “Referer” headers, please re-enable them, at "
        "least for this site, or for HTTPS connections, or for “same-origin” requests."
    ),
    _(
        'If you are using the <meta name="referrer" content="no-referrer"> tag or including the '
        "“Referrer-Policy: no-referrer” header, please remove them. The CSRF protection requires the "
        "“Referer” header to do strict referer checking. If you’re concerned about privacy, use "
        'alternatives like <a rel="noreferrer" …> for links to third-party sites.'
    ),
    _(
        "You are seeing this message because this site requires a CSRF cookie when submitting forms. "
        "This cookie is required for security reasons, to ensure that your browser is not being hijacked"
        " by third parties."
    ),
    _(
        "If you have configured your browser to disable cookies, please re-enable them, at least for "
        "this site, or for “same-origin” requests."
    ),
    _("More information is available with DEBUG=True."),
    _("Select this object for an action - {}"),
    _("Breadcrumbs"),
    _("Model name"),
    _("Add link"),
    _("Change or view list link"),
    _("After you’ve created a user, you’ll be able to edit more user options."),
    _("Error:"),
    _("Set password"),
    _("This action will <strong>enable</strong> password-based authentication for this user."),
    _("Disable password-based authentication"),
    _("Enable password-based authentication"),
    _("Skip to main content"),
    _("Hide counts"),
    _("Show counts"),
    _("Toggle theme (current theme: auto)"),
    _("Toggle theme (current theme: light)"),
    _("Toggle theme (current theme: dark)"),
    _("Added:"),
    _("Changed:"),
    _("Deleted:"),
    _("Forgotten your login credentials?"),
    _("Toggle navigation"),
    _("Sidebar"),
    _("Filter navigation items"),
    ngettext_lazy("entry", "entries"),
    _("View selected %(model)s"),
    _("In case you’ve forgotten, you are:"),
    _("Select all objects on this page for an action"),
    _("Conflicting form data submitted. Please try again."),
    _("Password-based authentication was disabled."),
    _("Set password: %s"),
    _("Reset password"),
    _(
        "Whether the user will be able to authenticate using a password or not. If disabled, they may "
        "still be able to authenticate using other backends, such as Single Sign-On or LDAP."
    ),
    _("Password-based authentication"),
    _("Enabled"),
    _("Disabled"),
    _("Raw passwords are not stored, so there is no way to see the user’s password."),
    _("Enable password-based authentication for this user by setting a password."),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    _(
        "Enter a valid username. This value may contain only unaccented lowercase a-z and uppercase A-Z "
        "letters, numbers, and @/./+/-/_ characters."
    ),
    _("Sessions"),
)

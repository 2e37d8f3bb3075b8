"""Every controlled word of the newsroom: codes that never change, labels in the reader's language."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    """Languages a story may be written in; each is equal in rank on the public site."""

    KO = "ko", _("Korean")
    EN = "en", _("English")
    VI = "vi", _("Vietnamese")


def languages_from(active):
    """Return the codes of all languages, that of the active one first: the order in which a reader is served."""
    return ORDERS.get((active or "")[:2], CODES)


CODES = tuple(Language.values)
ORDERS = {first: (first, *(code for code in CODES if code != first)) for first in CODES}


class Status(TextChoices):
    """Where an article stands on its way to the reader."""

    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Review(TextChoices):
    """The desk's decision on a record that was read out of a story."""

    SUGGESTED = "suggested", _("suggested")
    ACCEPTED = "accepted", _("accepted")
    REJECTED = "rejected", _("rejected")


class Precision(TextChoices):
    """How exactly a date is known. Unknown is a value: no date is stored with it."""

    MINUTE = "minute", _("to the minute")
    DAY = "day", _("to the day")
    MONTH = "month", _("to the month")
    YEAR = "year", _("to the year")
    UNKNOWN = "unknown", _("unknown")


class QuoteKind(TextChoices):
    """Quotation marks are printed for the first two only."""

    DIRECT = "direct", _("direct quotation")
    PARTIAL = "partial", _("partial quotation")
    PARAPHRASE = "paraphrase", _("paraphrase")


class Attribution(TextChoices):
    """To whom the story gives the words."""

    NAMED = "named", _("named person")
    ROLE_ONLY = "role_only", _("person known by role only")
    ANONYMOUS = "anonymous", _("anonymous")
    ORGANISATION = "organisation", _("organisation")
    UNKNOWN = "unknown", _("not stated")


class Qualifier(TextChoices):
    """What the story says about the exactness of an amount."""

    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    AT_LEAST = "at_least", _("at least")
    UP_TO = "up_to", _("up to")
    BETWEEN = "between", _("between")
    UNDISCLOSED = "undisclosed", _("undisclosed")


class Per(TextChoices):
    """Whether an amount is spent once or every year."""

    ONCE = "once", _("once")
    YEAR = "year", _("a year")


class Basis(TextChoices):
    """What kind of sum an amount is."""

    CAPEX = "capex", _("capital expenditure")
    REGISTERED = "registered", _("registered capital")
    ADDITIONAL = "additional", _("additional capital")
    DEAL = "deal", _("deal value")
    DISBURSED = "disbursed", _("disbursed")
    CUMULATIVE = "cumulative", _("cumulative to date")


class AmountKind(TextChoices):
    """Why an amount of a story is no investment."""

    VALUATION = "valuation", _("value of a company")
    MARKET = "market", _("size of a market")
    REVENUE = "revenue", _("revenue")
    PROFIT = "profit", _("profit or loss")
    TRADE = "trade", _("trade or orders")
    PRICE = "price", _("price")
    WAGE = "wage", _("wages")
    FINE = "fine", _("fine or damages")
    TAX = "tax", _("taxes")
    DONATION = "donation", _("donation")
    LOAN = "loan", _("loan")
    SUBSIDY = "subsidy", _("subsidy")
    BUDGET = "budget", _("budget")
    FUND = "fund", _("size of a fund")
    IPO = "ipo", _("proceeds of a listing")
    SALE = "sale", _("sale of a share")
    TARGET = "target", _("target")
    NEED = "need", _("need")
    TOTAL = "total", _("total of many investors")
    THRESHOLD = "threshold", _("threshold in a definition")
    SUPERSEDED = "superseded", _("earlier figure that another replaces")
    UNCLEAR = "unclear", _("not clear what it is")


class Stage(TextChoices):
    """How far an investment has come. `Rung.of` puts each stage on the ladder."""

    INTEREST = "interest", _("interest reported")
    PROPOSED = "proposed", _("proposed")
    PLANNED = "planned", _("planned")
    MOU = "mou", _("memorandum of understanding")
    ANNOUNCED = "announced", _("announced")
    PERMIT_SOUGHT = "permit_sought", _("permit sought")
    REGISTERED = "registered", _("registered")
    COMMITTED = "committed", _("committed")
    UNDER_CONSTRUCTION = "under_construction", _("under construction")
    OPERATIONAL = "operational", _("operational")
    DISBURSED = "disbursed", _("disbursed")
    SUSPENDED = "suspended", _("suspended")
    CANCELLED = "cancelled", _("cancelled")


class Rung(TextChoices):
    """The ladder of totals. Sums of different rungs are never added together."""

    PIPELINE = "pipeline", _("pipeline")
    ANNOUNCED = "announced", _("announced")
    COMMITTED = "committed", _("committed")
    DISBURSED = "disbursed", _("disbursed")
    STOPPED = "stopped", _("stopped")

    @classmethod
    def of(cls, stage):
        """Return the rung that the stage counts on."""
        return cls(RUNG_OF_STAGE[Stage(stage)])


RUNG_OF_STAGE = {
    Stage.INTEREST: Rung.PIPELINE,
    Stage.PROPOSED: Rung.PIPELINE,
    Stage.PLANNED: Rung.PIPELINE,
    Stage.MOU: Rung.PIPELINE,
    Stage.ANNOUNCED: Rung.ANNOUNCED,
    Stage.PERMIT_SOUGHT: Rung.ANNOUNCED,
    Stage.REGISTERED: Rung.COMMITTED,
    Stage.COMMITTED: Rung.COMMITTED,
    Stage.UNDER_CONSTRUCTION: Rung.COMMITTED,
    Stage.OPERATIONAL: Rung.COMMITTED,
    Stage.DISBURSED: Rung.DISBURSED,
    Stage.SUSPENDED: Rung.STOPPED,
    Stage.CANCELLED: Rung.STOPPED,
}


class InvestmentKind(TextChoices):
    """The form an investment takes."""

    GREENFIELD = "greenfield", _("greenfield")
    EXPANSION = "expansion", _("expansion")
    ACQUISITION = "acquisition", _("acquisition")
    JOINT_VENTURE = "joint_venture", _("joint venture")
    PARTNERSHIP = "partnership", _("partnership")
    FUND = "fund", _("fund")
    UNKNOWN = "unknown", _("unknown kind")


class Activity(TextChoices):
    """What the money is to do at its destination."""

    MANUFACTURING = "manufacturing", _("manufacturing")
    ASSEMBLY_TEST = "assembly_test", _("assembly and test")
    RD_CENTRE = "rd_centre", _("R&D centre")
    DATA_CENTRE = "data_centre", _("data centre")
    LEGAL_ENTITY = "legal_entity", _("legal entity")
    OFFICE = "office", _("office")
    TRAINING = "training", _("training")
    NETWORK = "network", _("network")
    LOGISTICS = "logistics", _("logistics")
    ENERGY = "energy", _("energy")
    PROPERTY = "property", _("property")
    FINANCE = "finance", _("finance")
    OTHER = "other", _("other activity")


class Confidence(TextChoices):
    """How well an investment is supported by independent sources."""

    CONFIRMED = "confirmed", _("confirmed by company or registry")
    CORROBORATED = "corroborated", _("corroborated")
    SINGLE_SOURCE = "single_source", _("single source")
    DISPUTED = "disputed", _("disputed")


class StakeRole(TextChoices):
    """What part an organisation has in an investment."""

    LEAD = "lead", _("lead investor")
    CO_INVESTOR = "co_investor", _("co-investor")
    LENDER = "lender", _("lender")
    CONTRACTOR = "contractor", _("contractor")
    GOVERNMENT = "government", _("government partner")


class AliasKind(TextChoices):
    """Why a name may be written in another way. Misspellings and learned names match in search, never displayed."""

    NAME = "name", _("name")
    ALIAS = "alias", _("other name")
    FORMER = "former", _("former name")
    ROMANISATION = "romanisation", _("romanisation")
    MISSPELLING = "misspelling", _("misspelling")
    LEARNED = "learned", _("learned from a decision")


class PlaceKind(TextChoices):
    """What kind of place it is; provinces and central cities are units of the same level."""

    COUNTRY = "country", _("country")
    PROVINCE = "province", _("province")
    CENTRAL_CITY = "central_city", _("centrally run city")
    COMMUNE = "commune", _("commune or ward")
    ZONE = "zone", _("industrial zone")
    CITY = "city", _("city")


class CodeSystem(TextChoices):
    """Who issued a place code."""

    ISO_3166 = "iso3166", _("ISO 3166")
    VN_GSO = "vn_gso", _("General Statistics Office of Viet Nam")


class OutletKind(TextChoices):
    """What kind of publisher an outlet is."""

    WIRE = "wire", _("wire service")
    BROADCASTER = "broadcaster", _("broadcaster")
    NEWSPAPER = "newspaper", _("newspaper")
    GOVERNMENT = "government", _("government body")
    COMPANY = "company", _("company")
    OWN = "own", _("own desk")


class DoubtKind(TextChoices):
    """What an editor is asked to look at, most important first."""

    MARKS_UNBALANCED = "marks_unbalanced", _("quotation marks are not balanced")
    AMOUNT_UNCERTAIN = "amount_uncertain", _("amount may not be an investment")
    RATE_OFF = "rate_off", _("printed equivalent implies an unusual rate")
    SCALE_SLIP = "scale_slip", _("amount may have a digit or unit too many or too few")
    DATE_MISSING = "date_missing", _("date of the story is missing")
    SPEAKER_UNKNOWN = "speaker_unknown", _("speaker is not stated")
    INVESTOR_UNKNOWN = "investor_unknown", _("investor is not stated")
    NAME_UNKNOWN = "name_unknown", _("name is not in the directory")
    NAME_MISSPELT = "name_misspelt", _("name is a known misspelling")
    HEADLINE_MISSING = "headline_missing", _("headline is missing")
    BYLINE_MISSING = "byline_missing", _("byline is missing")
    SECTION_UNKNOWN = "section_unknown", _("section is not known")
    IMAGE_MISSING = "image_missing", _("image is missing")
    LANGUAGE_UNSURE = "language_unsure", _("language is not certain")


class CorrectionKind(TextChoices):
    """What sort of change to something published it is."""

    CORRECTION = "correction", _("correction")
    CLARIFICATION = "clarification", _("clarification")
    UPDATE = "update", _("update")
    RETRACTION = "retraction", _("retraction")


class CorrectedPart(TextChoices):
    """What was changed. The story as a whole is retracted."""

    HEADLINE = "headline", _("headline")
    QUOTE = "quote", _("quote")
    NAME = "name", _("name")
    AMOUNT = "amount", _("amount")
    STORY = "story", _("story")


class MergeKind(TextChoices):
    """What kind of directory entry was merged."""

    PERSON = "person", _("person")
    ORGANISATION = "organisation", _("organisation")
    PLACE = "place", _("place")


class PageKey(TextChoices):
    """The pages about itself that a newsroom owes its readers, each at the address that its code says."""

    ABOUT = "about", _("About us")
    CORRECTIONS = "corrections-policy", _("Corrections policy")
    UNNAMED_SOURCES = "unnamed-sources", _("Unnamed sources")
    METHODOLOGY = "methodology", _("Methodology of the data")
    LICENCE = "licence", _("Licence")
    CONTACT = "contact", _("Contact")


class ReportState(TextChoices):
    """What became of a reader's report."""

    OPEN = "open", _("open")
    HANDLED = "handled", _("handled")
    DISMISSED = "dismissed", _("dismissed")

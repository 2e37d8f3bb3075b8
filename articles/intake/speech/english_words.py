"""What English stories write in capitals that names nobody, and the small words that join people to their bodies."""

import re

from articles.intake.names.latin_words import DEMONYM, LATIN_COUNTRIES, PLACE_NAMES

# Countries, their adjectives and great cities: nobody speaks in the name of these alone.
PLACES = re.compile(
    r"(?:(?:North|South|East|West|Central|Northern|Southern|Eastern|Western|Southeast|New|Greater) )?"
    rf"(?:{DEMONYM}|{LATIN_COUNTRIES}|{'|'.join(sorted(PLACE_NAMES, key=len, reverse=True))}"
    r"|Americas?|Americans|Africans?|Asians?|Europeans?|Pacific|Bangladeshi?|Chile|Czech|Egypt|England|English|Greece"
    r"|Irish|Koreans?|Mongolian?|Pakistani?|Polish|Portuguese|Qatari?|Russians?|Sri Lankan?|Ukrainian|Ukraine|Zealand"
    r"|Gulf|Yeouido|Lunar New Year|Tet|Ho Chi Minh City|HCM City|Khanh Hoa|Thua Thien|Soc Trang|Vinh Long)"
    r"(?: (?:City|Province|province|city|state|region|Asia|Pacific))?(?![\w-])"
)
BASED = re.compile(r"\b[A-Z]\w{1,20}(?: [A-Z]\w{1,20}){0,2}-(?:based|backed|owned|listed|led|made|born)\b")
LEADS = (
    r"(?:heads?|headed|leads?|led|runs?|chairs?|advises?|directs?|represents?|oversees?|manages?|founded"
    r"|co-founded|owns?|set up|started|(?:was )?hired by|works? (?:for|at)|worked for|employed by)"
)
LINK = re.compile(
    rf"(?P<former>\b(?:former|formerly|ex-|previously|once|until|left|until|ran|was|had been|(?:came|joined|moved"
    rf"|hired) from)\b)"
    rf"|(?P<heads>\b{LEADS}\b)"
    r"|(?P<of>\b(?:of|at|for|from|with|to|by|joins?|joined)\b)"
    r"|(?P<place>\b(?:in|on|near|under|across|outside)\b)"
    r"|(?P<owner>['’]s?(?=\s|$))"
    r"|(?P<comma>[,–—();/]| - |\b(?:is|became|becomes|serves as|has been|works as|was named|was appointed)\b)"
    r"|(?P<word>[^\W_][\w'’-]*)"
)
ARTICLE = re.compile(r"(?:the|a|an|its|his|her|their|now|also|then|and|who|whose|itself|himself|herself)", re.I)
# Bodies whose names hold commas and `and`: `the Ministry of Trade, Industry and Resources`.
LONG_BODY = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(PLACE_NAMES, key=len, reverse=True))}) )?"
    r"(?:(?:[Pp]rovincial|[Mm]unicipal|[Cc]ity|[Dd]istrict|[Nn]ational|[Ss]tate|[Cc]entral|Korea|Korean|Vietnam"
    r"|European|American|British|Japan|Japanese|German|International) )?(?:Ministry|Department|Bureau|Office"
    r"|Chamber|Federation|Agency|Institute|Committee|Commission|Association"
    r"|Board|Council|Bank|University|School|Authority|Centre|Center|Union|Port|Court|College"
    r"|Confederation|Academy|Free State)"
    r" (?:of|for|on) (?:the )?[A-Z][\w&’'-]+(?:(?:, | and | & |, and | of | for | )[A-Z][\w&’'-]+){0,6}"
    r"(?:(?<=[a-z]) in (?:Vietnam|Korea|Japan|China|India|Europe|Hanoi|Asia))?"
)
SMALL_BODY = re.compile(
    r"\b(?:[A-Z]\w+ ){0,3}(?:(?:provincial|municipal|city|district|state|local|central|national) )?(?:People['’]s"
    r"|Party|Executive) "
    r"(?:Committee|Council)(?: of [A-Z][\w-]+(?: [A-Z][\w-]+){0,2}(?: (?:province|city|Province|City))?)?"
)
INDEFINITE = re.compile(
    r"(?:^|[,\s])(?:an?|one|another|some|several|many|most|two|three|four|few|other|others|locals?|people|those"
    r"|critics|residents|villagers|investors|shareholders|customers) (?:of |who |at |in |from |on |with |[a-z])"
    r"|^(?:another|others?|some|many|one|critics|locals|residents|villagers|investors)$",
    re.I,
)
# Whom a story may speak of without a name: `A woman who lives on the road …`
HUMAN = re.compile(
    r"\b(?:wom[ae]n|m[ae]n|mother|father|grandmother|grandfather|widow|neighbou?r|driver|teacher|nurse|shopper|customer"
    r"|buyer|supplier|contractor|machinist|welder|fisherman|vendor|tenant|retiree|pensioner|volunteer|colleague|friend"
    r"|person|parent|graduate|trainee|commuter|visitor|delegate|landlord|landowner|grower|rancher|trucker)\b",
    re.I,
)
# The body that `the bank's head of research`, `its chairman` belongs to.
OWNING = re.compile(
    r"\b(?:(?:the|this|that) (?:[a-z-]{2,14} ){0,2}?(?P<kind>company|firm|group|start-?up|carmaker|chipmaker|retailer"
    r"|manufacturer|developer|operator|producer|maker|airline|lender|bank|board|fund|union|ministry|department|agency"
    r"|association|authority|institute|university|council|chamber|federation|commission|committee|foundation|exchange"
    r"|cent(?:re|er))(?=['’]s? )|[Ii]ts (?=[a-z-]{0,12} ?(?:[a-z-]{2,14} ){0,2}))"
)
# What somebody is the head of inside a body: `Head of Sustainable Finance`, `Director for Corporate Affairs`.
FIELD = re.compile(
    r"(?<= )(?:of|for) (?:the )?(?:[A-Z][\w&-]+,? (?:and |& )?){0,3}"
    r"(?:Finance|Affairs|Sales|Marketing|Strategy|Operations|Communications|Relations|Markets|Sustainability"
    r"|Procurement|Research|Economics|Banking|Manufacturing|Quality|Product|Products|Policy|Talent|People|Resources"
    r"|Growth|Partnerships|Compliance|Treasury|Planning|Innovation|Technology|Engineering|Design|Logistics|Investments?"
    r"|Development|Business|Asia|Europe|APAC|EMEA|ASEAN|Americas)\b(?! (?:Ministry|Department|Institute|Group|Bank|Co))"
)
THING = re.compile(
    r"\b(?:banners?|signs?|signboard|posters?|placards?|slogans?|T-shirts?|billboards?|plaque|sticker|graffiti|headline"
    r"|motto|inscription)\b",
    re.I,
)
DOCUMENT = re.compile(
    r"\b(?:statement|report|filing|letter|memo|note|release|document|prospectus|notice|circular|email|post|survey"
    r"|study)\b",
    re.I,
)
# What begins a sentence before the party that speaks: `Asked about the split, …`, `In a statement on Monday, …`.
ADJUNCT = re.compile(
    r"^(?:(?:In|At|On|Asked|Speaking|Responding|Addressing|When|For|With|After|Before|During|Meanwhile|However|Still"
    r"|Yet|Earlier|Later|Separately|Also|Then|By|From|Under|While|Although|Though|Despite|Citing|Following|Last|This"
    r"|Since|To|Back|Talking|Writing|Standing|Sitting|Questioned|Pressed|Referring|Commenting|Instead|But|And|Even"
    r"|Today|Yesterday|Now|Once|Over|Inside|Outside|Echoing|Concluding|Opening|Meeting)\b[^,\x00“”]{0,140}, )+"
)

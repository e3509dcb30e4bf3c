"""Words that say that somebody says something. The lists are for English, and no list is complete."""

from functools import cache
from importlib.resources import files


def listed(words: str) -> frozenset[str]:
    """Read a list of words."""
    return frozenset(words.split())


SAYING = listed(
    """say write tell declare grin smile laugh sigh sob gasp mumble sing chant convince persuade ask answer reply
    add state testify claim note remark continue explain insist admit confess exclaim announce argue assert affirm
    emphasize emphasise stress recall report respond object repeat conclude observe warn shout whisper proclaim
    maintain comment confirm deny recount relate complain demand propose describe mention express acknowledge quote
    cite formulate suggest inform promise advise reproach accuse assure instruct urge telegraph cable label brand
    dub portray characterize characterise point speak talk indicate refer recognize recognise read reveal disclose
    swear vow beg plead boast hint imply summarize summarise telephone think believe consider command order cry
    call reckon protest preach teach joke mutter murmur scream yell counter retort interject inquire enquire
    predict recollect reiterate reflect regard allege attest certify depose depict underline underscore go name
    reason record begin concede volunteer snap venture grumble groan quip bark hiss growl stammer intone opine caution
    lament pronounce stipulate aver avow disagree agree muse chuckle elaborate clarify narrate
    submit contend hold rule"""
)
"""Verbs, by their dictionary form, whose doer may be the one who speaks."""

JUDGING = listed(
    """find take think consider deem judge term style dismiss dub pronounce rate hail denounce praise ridicule mock
    condemn decry salute see view regard treat interpret call describe characterize characterise"""
)
"""Verbs whose doer says what something is, or what it is like: *she found it "too neat"*."""

REPORTING = listed(
    """say tell ask reply answer add continue read assure concede write declare state testify note remark explain
    insist announce argue assert affirm emphasize emphasise stress recall report relate recount describe claim"""
)
"""Those of them whose doer is a source even where no words are quoted."""

WORDS_OF = listed(
    """statement speech letter article sentence program programme indictment transcript protocol minutes material
    manuscript document characterization characterisation outburst story tale testimony word reply answer report
    book memoir diary note telegram declaration interview pamphlet appeal question explanation language expression
    phrase claim remark comment account version order directive directives deposition confession affidavit message
    memorandum essay work novel review poem cable communique resolution verdict argument view opinion assertion
    assurance accusation charge admission description conclusion formula definition slogan complaint petition
    request thesis idea protest prediction recollection observation warning proposal promise title quotation
    passage"""
)
"""Nouns for what somebody has said or written."""

DOCUMENTS = listed(
    """act affidavit agreement amendment annex announcement article banner bill book bulletin by-law catalogue caption
    certificate charter chronicle circular clause code communique constitution contract convention cutting decision
    decree diary directive dispatch docket document dossier draft editorial entry epitaph exhibit file form gazette
    gravestone handbill headline inscription instruction judgment judgement label law leaflet ledger letter list log
    logbook manifesto manual memo memorandum minute minutes note notice obituary ordinance pamphlet paper paragraph
    parchment petition plaque poster proclamation programme prospectus protocol provision questionnaire receipt record
    register regulation release report resolution rule ruling schedule section sheet sign slip statute subsection
    subtitle summary telegram testament text transcript treaty verdict warrant will writ"""
)
"""Nouns for what is written and says something of itself: *the notice says*."""

RUNS = listed(
    """provide give run begin open end close conclude contain offer include start finish continue list add promise
    state declare read require guarantee prescribe carry bear consist"""
)
"""Verbs of what stands in a document."""

PERSONS = listed("writer memoirist correspondent journalist historian narrator")
"""Those of the next that are persons."""

WRITERS = listed(
    """writer memoirist correspondent journalist historian author narrator letter article book report text document
    pamphlet paper memoir diary note statement"""
)
"""Nouns that, with *the*, stand for whoever was spoken of or quoted before."""

SOMEBODY = listed(
    """agency agent aide ambassador announcer apologist army association assistant authority biographer body bureau
    cabinet chairman chief chronicler circle citizen clerk colleague collective comintern commander commentator
    commissar commission committee communist comrade conference congress correspondent council court critic crowd
    dancer daughter delegate delegation deputy dictator diplomat director doctor editor emigre emissary enemy
    engineer envoy eyewitness family father foe foreigner friend general government group guard head historian
    husband informant informer inmate intellectual investigator journal judge jury leader leadership lawyer
    magazine man many member minister ministry mother movement neighbor neighbour newspaper nkvd observer office
    officer official opponent opposition organ party passenger people person plenum poet police politburo
    politician press priest prisoner procurator propaganda prosecution prosecutor publicist regime relative
    reporter reviewer scholar secretary secretariat side soldier some somebody someone son source spokesman state
    student supporter survivor teacher translator tribunal union victim wife witness voice woman worker world youth"""
)
"""Nouns for persons, and for bodies that speak as one."""

BODIES = listed(
    """agency army association authority body bureau cabinet circle collective comintern commission
    committee conference congress council court crowd delegation family general government group journal
    jury leadership magazine many ministry movement newspaper nkvd opposition organ party people plenum
    politburo press propaganda prosecution regime secretariat side some state tribunal union voice
    world youth"""
)
"""Those of them that are not one person."""

_ALSO_PERSONS = listed(
    """agent barber chair enemy fellow head lord mason miller parliamentarian person publisher queen rebel smith
    somebody someone source spokesman spokesperson spokeswoman usher counsel accused interviewee headmaster
    housekeeper"""
)
"""Nouns for persons that mean something else more often, or are in no dictionary."""

OF_DOERS = ("er", "or", "ist", "ian", "ant", "ee", "man", "eur", "ite", "ik")
"""How nouns for persons end: counted where a dictionary does not know better."""


NO_NAMES = listed(
    """The In On At After Before When While If As But And Or Yet Thus Here There This That These Those It He She They We
    I His Her Its Their Our My For From With Without By To Of Not No Only Even Then Now However Moreover Therefore
    According During Under Among Since Until Although Though Because Both Some Many Most All Several One Such What Why
    How Who Where Later Soon Finally Indeed Meanwhile Perhaps Instead So Let Despite Besides Together Nobody None
    January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday"""
)
"""Words that sentences begin with a capital, and that are no names."""


@cache
def _nouns(file: str) -> frozenset[str]:
    """Read a list of nouns that comes with the program.

    They are from WordNet 3.1 (`scripts/person_nouns.py`); its licence stands beside them.
    """
    return listed(files("assay.voices").joinpath(file).read_text("utf-8"))


def is_person(lemma: str) -> bool:
    """Say whether a noun is, by the dictionary or its form, one for a single person.

    >>> is_person("widow"), is_person("investigator"), is_person("committee"), is_person("barrier")
    (True, True, False, False)
    """
    return is_somebody(lemma) and lemma not in BODIES


def is_somebody(lemma: str) -> bool:
    """Say whether a noun is, by the dictionary or its form, one for persons or a body that speaks.

    >>> is_somebody("investigator"), is_somebody("newspaper"), is_somebody("campaign"), is_somebody("terror")
    (True, True, False, False)
    """
    if lemma in SOMEBODY or lemma in _ALSO_PERSONS or lemma in _nouns("persons.txt"):
        return True
    return len(lemma) > 5 and lemma.endswith(OF_DOERS) and lemma not in _nouns("things.txt")  # noqa: PLR2004 - "year"

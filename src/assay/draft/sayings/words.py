"""The words that say that somebody says something: verbs and nouns, and what each makes of it.

Tables for English, and no table is complete. An act is what the verb says when it is not negated; `NEGATED` is what
becomes of it when it is.
"""

from assay.model.entries import Act
from assay.voices.lexicon import listed

_AFFIRMING = listed(
    """say write tell declare state testify note remark continue explain insist announce argue assert affirm emphasize
    emphasise stress recall report relate recount describe claim add admit confess exclaim repeat conclude observe warn
    proclaim maintain comment confirm complain mention acknowledge inform assure reply respond answer reveal disclose
    swear allege attest certify depose depict contend recollect reminisce indicate imply boast intimate suggest
    telegraph cable telephone hint underline underscore point confide whisper notify reiterate stipulate summarize
    summarise specify charge accuse object protest concede corroborate narrate volunteer estimate predict elaborate
    joke preach agree persuade convince lie learn_from communicate document clarify inscribe record remember advise
    name identify implicate incriminate denounce cite quote publish blame teach characterize characterise portray berate
    criticize criticise condemn rebuke reproach scold praise
    accept aver avow vow pledge guarantee retort rejoin counter interject grumble mutter murmur shout lament bemoan
    muse quip profess opine posit postulate surmise speculate conjecture infer deduce forecast foretell prophesy
    divulge expound detail list echo pronounce broadcast phone radio wire rule"""
)
_DENYING = listed("deny refute dispute reject repudiate rebut contradict disclaim disavow contest disown gainsay")
_RETRACTING = listed("retract recant withdraw renounce revoke unsay disavow")
_DOUBTING = listed("doubt question wonder distrust mistrust")

VERBS: dict[str, Act] = {
    **dict.fromkeys(_AFFIRMING, "affirms"),
    **dict.fromkeys(_DENYING, "denies"),
    **dict.fromkeys(_RETRACTING, "retracts"),
    **dict.fromkeys(_DOUBTING, "doubts"),
}
"""Verbs by their dictionary form, and the act that a clause behind them, or quoted words, make with them."""

NEGATED: dict[Act, Act] = {"denies": "affirms", "doubts": "affirms"}
"""What the act becomes where the verb is negated: *did not deny that*."""

OWNING = listed("admit confess acknowledge confirm concede recognize recognise accept")
"""Verbs for owning to something: *did not admit*, *refused to confess* is a denial."""

TESTIFYING = OWNING | listed("testify deny plead sign name implicate incriminate accuse retract recant withdraw depose")
"""Verbs for what is said to those who have somebody in their power."""

TAKING_THINGS = listed(
    """deny refute dispute reject repudiate rebut retract recant withdraw revoke renounce admit confess acknowledge
    confirm corroborate doubt question reveal disclose allege contest contradict disavow recount recall describe relate
    reiterate mention report repeat announce assert affirm maintain proclaim protest"""
)
"""Verbs whose object may be what is said: *denied the charges*, *retracted his testimony*."""

THINGS_SAID = listed(
    """accusation charge allegation guilt testimony confession statement evidence claim story existence involvement
    participation part link connection contact complicity crime offence offense knowledge intention meeting version
    account fact authenticity deposition allegations assertion rumor rumour report slander lie charges responsibility
    role presence membership plot plan conspiracy conversation talk episode incident visit trip fault mistake error
    allegiance support truth correctness validity possibility truthfulness accuracy indictment words innocence arrest
    death murder killing preparation destruction disappearance shooting execution discovery theft attack attempt
    betrayal escape flight fire explosion burning torture beating refusal resignation departure arrival return"""
)
"""Nouns for what can be admitted or denied."""

OFFERED = listed("proposal offer invitation request plea application appeal demand")
"""Nouns for what can be rejected, and is neither so nor not so: *rejected the offer* denies nothing."""

TO_CONFESS = listed("confess admit own testify attest swear plead")
"""Verbs that take *to*: *confessed to having written*."""

SPEAKING_OF = listed("speak tell write testify report talk complain inform relate learn hear warn boast lie")
"""Verbs that take *of* or *about* and somebody's doing: *told of being beaten*."""

TELLING_OF = listed("tell testify report relate inform complain")
"""Those of them that tell a fact, too, where a thing stands behind: *told of her meeting with Lund*."""

ORDERING = listed("order command instruct urge direct demand request beg")
"""Verbs whose quoted words are an order."""

ACCUSING = listed("accuse charge blame reproach berate criticize criticise condemn rebuke scold praise")
"""Verbs that take *of*, *with* or *for* and what somebody is said to have done."""

HOLDING = listed("feel assume think suppose consider hold reckon judge presume believe")
"""Verbs for a view that one argues; whose it is has told it somewhere."""

CALLING = listed(
    "call label brand dub term describe characterize characterise portray depict designate denounce condemn dismiss"
)
"""Verbs that give a thing a name, or say as what it is to be taken."""

UNTRUTHS = listed(
    """lie slander fabrication invention falsehood falsification forgery nonsense calumny libel untruth untrue false
    fiction hoax absurdity absurd baseless unfounded groundless"""
)
"""What is called so is denied."""

SEEING_AS = listed("see view regard consider")
"""Those that say only that somebody takes it so."""

HEARING = listed("hear learn know find gather understand")
"""Verbs for having something from somebody: *heard from her that*."""

TOLD = listed("tell inform assure advise notify warn remind convince persuade promise show teach")
"""Verbs whose object is whom one tells."""

NOT_TO = listed("admit amount refer point belong return come go lead object apply relate listen")
"""Verbs behind which *to* leads to no hearer."""

UNREAL = listed(
    """order demand want ask wish refuse decline fail promise offer propose advise urge instruct request require expect
    threaten try attempt forbid allow intend plan hope"""
)
"""Verbs under which a saying is not said to have happened: *demanded that he confess*."""

REFUSING = listed("refuse decline")
"""Those of them that say that it did not."""

MODALS = listed("should must might may")
"""Auxiliaries with which a saying is not said to have happened."""

TESTIMONIES: dict[str, Act] = {
    **dict.fromkeys(
        listed(
            """testimony confession statement claim assertion report account story declaration admission deposition
            allegation accusation charge assurance announcement revelation explanation evidence contention
            acknowledgement acknowledgment remark version insistence recollection affidavit thesis argument letter
            article message note telegram communication disclosure comment affirmation memoir book speech warning
            prediction conclusion complaint objection view opinion belief conviction hypothesis prophecy suspicion
            certainty confidence impression estimate verdict finding ruling boast hint insinuation proclamation answer
            reply fear tale proof point rumour rumor"""
        ),
        "affirms",
    ),
    "denial": "denies",
    "repudiation": "denies",
    "refutation": "denies",
    "retraction": "retracts",
    "recantation": "retracts",
    "doubt": "doubts",
}
"""Nouns for what is said, and the act that they make: *her testimony that*, *his denial that*."""

SPEAKING = listed(
    """say tell write declare state testify reply answer retort insist announce claim deny admit confess warn complain
    assure inform add argue assert report relate recount maintain allege boast concede object protest inquire swear"""
)
"""Verbs that only somebody, or a paper, can do: whoever does them speaks, though the noun is in no list."""

NO_SPEAKERS = listed(
    """fact experience evidence history result conscience heart data figure event logic reason truth nature instinct
    thing something nothing everything anything circumstance
    myth legend theory idea view argument tradition proverb saying practice life number example way case"""
)
"""Nouns that tell something in a figure of speech only."""

WRITING = listed("cable telegraph wire put run read send issue sign dictate")
"""Verbs that lead in to a text, though no clause stands behind them."""

ADDING = listed("add continue go conclude")
"""Verbs that go on with what was being said."""

ACTIONS = listed(
    """meet go travel come bring take receive give send tell speak talk write see hear visit arrive leave return help
    carry hand join sign participate discuss transmit deliver find hide organize organise prepare fly drive kill shoot
    steal burn pass buy sell attend enter agree decide make get know work live"""
)
"""Verbs of which whoever says *I* or *he* of himself tells what he took part in."""

SEEING = listed("see watch witness observe notice")
"""Verbs for having seen."""

GATHERINGS = listed(
    """meeting plenum congress conference assembly rally convention inquiry council committee parliament senate seminar
    gathering trial hearing session"""
)
"""Nouns for those who meet: what is said there is said to them all."""

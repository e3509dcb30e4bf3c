"""Sentences with a clause that can be cut out of them, drawn by a grammar: is a qualification lost with the rest?

The clauses are verses of a real book, the wordings around them combine independently (who, how, by which verb, in which
tense), and a good part of the harmless ones have the words of the harmful in another role: *there is no doubt that*,
*not for the first time*, *nobody was surprised*. The rules were set by the development wordings. Those of the final
figures are other constructions, written by the same hand before the last change to the rules, and not run until after it.
"""

# ruff: noqa: E501 - a wording to a line
import itertools
import random
import re

from msgspec import Struct
from prose import verses

_WHO = (
    "the prosecutor",
    "his wife",
    "Zelberg",
    "a neighbour",
    "the second clerk",
    "the newspaper",
    "one of the guards",
)
_TIME = ("in later years", "at the inquiry", "that same evening", "to the end of his life", "on two occasions")
_SOURCE = ("the register", "the second letter", "a note in the margin", "the minutes", "every copy")


def _drawn(pattern: str) -> list[str]:
    """Write out every way to read a pattern: `{a|b}` is one or the other."""
    parts = [part.split("|") for part in re.split(r"[{}]", pattern)]
    return ["".join(choice) for choice in itertools.product(*parts)]


class Wordings(Struct, frozen=True):
    """What stands before and behind a clause; is a qualification lost with it? `{a|b}` is one or the other."""

    before_lost: tuple[str, ...]
    before_harmless: tuple[str, ...]
    behind_lost: tuple[str, ...]
    behind_harmless: tuple[str, ...]


_DEVELOPMENT = Wordings(
    before_lost=(
        "{I have never seen|there is not the slightest|we looked in vain for|nobody has produced any} {proof|sign} that ",
        "{it is not|it was never|it can hardly be} {the case|established|true} that ",
        "{|today |even now }{few people|no scholar|hardly anybody} {believes|accepts|holds} that ",
        "W {denied|always denied|flatly contradicted the story} T that ",
        "W {claimed|swore|would have us believe|pretended|gave out} T that ",
        "{it is a fable|it is pure invention|it is an old slander|it is mere gossip} that ",
        "{rumour had it|the story goes|legend has it|it was whispered} that ",
        "{if|unless|supposing} W {is right|told the truth|did not lie}, ",
        "{one may doubt|it remains open|nobody can say|W could not tell} whether ",
        "W {was made to sign|was promised his life for saying|said under the whip|had been told to repeat} that ",
        "W {dreamed|imagined|had a vision} T that ",
        "{far from it being so|it would be wrong to say|it is too much to say} that ",
    ),
    behind_lost=(
        ", {but|though|yet} {there is no proof of it|nothing of the sort happened|W denied it T|the date cannot be right}",
        ", {unless|provided|if} {W lied|the copy deceives us|the page was not forged|W can be trusted}",
        ", {or so|at least so|so at any rate} W {said|claimed|had it|told the court}",
        "; {this is untrue|this was a lie|that is a mistake|nothing in this is so}",
        ", {a story|a tale|a charge} that {was later withdrawn|nobody believed|W took back T|proved false}",
        ", {according to|if we may believe|on the sole word of} W",
        ", {except|save|only} {in that one year|on feast days|when W was away|among the poor}",
        ", {which|and this} {is not|cannot be|was never} {true|proved|the case}",
        " {in a dream|in the novel|in the play|in W's imagination}",
        ", W {claimed|alleged|insisted|pretended} T",
    ),
    before_harmless=(
        "{there is no|nobody can have any|there cannot be any} doubt that ",
        "{it is certain|it is plain|all agree|it is proved} that ",
        "S {shows|proves|records|tells us}, {not for the first time|without any haste|and no wonder}, that ",
        "{not far from the mill|no later than May|within no time|without a word}, ",
        "{although it was late|though the road was bad|but for all that|however that was}, ",
        "{it can no longer be denied|nobody denies|W did not deny T} that ",
        "{the gate was not guarded; |nothing moved in the street; |the clerk had never been there. }",
        "{if anything is certain, it is|we know from S|S leaves no doubt} that ",
        "{when W had gone|after the harvest|on the third day|while W slept}, ",
        "{as W had feared|as nobody had expected|to the surprise of W}, ",
        "{the accused rose. |the paper, false in much else, was never printed. |a lie has short legs. }",
        "{T|in the meantime|before noon}, ",
    ),
    behind_harmless=(
        ", {and|while|as} {W looked on|nobody was surprised|the bells rang|it never stopped raining}",
        "; {W had not slept|it was not yet day|there was no moon|W knew it well}",
        ", {as|and} S {shows|confirms|proves} {without any doubt|on every page|T}",
        ", {where|near a place where} {no tree grows|W was born|the two roads meet}",
        ", {which|and this} {surprised nobody|was not forgotten|W remembered T}",
        ". {But|Nor was it|Yet} {the summer was dry|the winter over|W went home}",
        ", {not|and not only} {far from the mill|long before the war|in May}",
        " {without delay|no less than twice|in spite of the cold|T}",
        ", {to|for} {the joy of W|which W was thanked T|everybody's relief}",
        ", {but only T did W hear of it|but W was there before them|though the road was bad}",
    ),
)
_MORE_DEVELOPMENT = Wordings(
    before_lost=(
        "{what|something} {the indictment|W} {wished to prove|needed|hoped to hear} was that ",
        "{the absurdity|the impossibility|the sheer folly} of saying that ",
        "{not one|no more than a handful} of {the forty|those present|the letters} {bears out|supports|mentions} {the tale|the idea} that ",
        "{W is alone in saying|only W says|W is the one person who says} that ",
        "{had the frost held|were the paper genuine|in the event of war}, {perhaps|as W thought}, ",
        "{I withdraw what I signed|I take back the words}, namely that ",
        "{to please|for fear of|in order to flatter} W {he wrote|she wrote|they all wrote} that ",
        "{who would credit|can anyone think|is it likely} that ",
        "{it was a joke of W|it is the plot of a comedy|it is the stuff of novels} that ",
        "{W failed to show|W could bring no witness|W offered nothing to show} that ",
        "{scarcely anyone|hardly a soul} {in the town|at court} {took it as settled|supposed} that ",
        "{let us grant for a moment|suppose for argument's sake|assume with W} that ",
    ),
    before_harmless=(
        "{W had to admit|even W conceded|W confirmed without hesitation} that ",
        "{no wonder that |small wonder that |it cannot surprise us that }",
        "{it is beyond question|it is beyond dispute|it is past all doubt} that ",
        "{no witness contradicted W: |the date is not in dispute: |that is undisputed: }",
        "{W was never asked again. |there were no lamps; |it had not rained; }",
        "{nothing is better attested than|few things are surer than} that ",
        "{if the winter was hard, the summer was mild, and |whether by road or by water, they came, and }",
        "{in the spring|two days later|some while after the fair}, ",
        "{both W and S agree|S and the diary agree|three independent letters agree} that ",
        "{because the bridge was down|since W was ill|as soon as the ice broke}, ",
        "{S, which W did not know, shows|S, though torn, shows|S, lost until May, shows} that ",
        "{I saw with my own eyes|I was there and saw|we all heard} how ",
    ),
    behind_lost=(
        "; {the opposite is the case|exactly the reverse happened|the facts are otherwise}",
        ", {so W's wife told the judge|or that was the talk of the market|as the police would have it}",
        ", {and for this there is only W's word|and no other source has it|and no trace of it was found}",
        ", {assuming|always supposing|granted} that {the letter is genuine|W remembered rightly}",
        ", {until W recanted|but only in theory|at least on paper}",
        " {if at all|if ever anywhere|or did not, as W preferred it}",
        " - {a pure invention|which W made up|one of W's inventions}",
        ", {W maintained under threat of death|W repeated what was dictated|W wrote to save his skin}",
        ". {None of this is so|This is a forgery|Such, at least, is W's account}",
        " {on condition that|as long as|only when} {W paid|the guards slept|it froze}",
    ),
    behind_harmless=(
        ". {None of them was tired|It was not yet winter|W saw nothing of the feast}",
        ", {so that W went home|so that nobody went hungry|so that no time was lost}",
        ", {which no traveller forgets|a sight that W never forgot|a day that nobody forgot}",
        ", {because W had asked for it|since there was no other way|for lack of bread}",
        " {no later than May|not only once but twice|more than once}",
        ", {as S says, and as W confirmed|a fact that S records|as three letters show}",
        "; {only then did W come in|meanwhile W had not moved|but that is another matter}",
        " {before W came|after the bells had rung|until nightfall}",
        ", {a story that every child knows by heart|of which W was an eyewitness|as W saw himself}",
        ", {and W, who was no friend of theirs, saw it|and even W did not deny it|and W wept}",
    ),
)

_FINAL = Wordings(
    before_lost=(
        "{the judges threw out|the court dismissed|the appeal court struck out} the {claim|charge} that ",
        "{W made a great show of believing|W found it useful to believe|W chose to think} that ",
        "{on no reading of S can one hold|nowhere does S say|S is silent as to whether|S will not bear the meaning} that ",
        "{were it so|were it true} that ",
        "{how could it be|by what miracle could it be|who ever saw} that ",
        "{a forger added|the copyist slipped in|some later hand wrote} that ",
        "{there are those who|W is fond of people who|the credulous} {hold|repeat|will tell you} that ",
        "{W withdrew the remark|W took back his words|W recanted and begged pardon for saying} that ",
        "{it has yet to be shown|it remains to be proved|it is an open question} that ",
        "{in the play W tells how |in the dream of W |in the ballad }",
        "{W, who lied about much,|W, after nine nights without sleep,|W, on the rack,} {said|admitted|signed a paper} that ",
        "{we lack every means of knowing|I cannot find|none of us saw} that ",
    ),
    before_harmless=(
        "{it was never a secret|nobody concealed|it was no surprise} that ",
        "{not only S but W too reports|no less a witness than W saw|no fewer than six letters prove} that ",
        "{W did not sleep: |the doors would not shut; |there was neither bread nor salt, for }",
        "{the tale of the miller is a fable. |W was wrong about the year. |perhaps it snowed. }",
        "{towards evening|on the eve of the fair|in the week after}, ",
        "{had W looked up, he would have seen it; |whether W saw it or not, |if memory serves W at all, it serves here: }",
        "{S states plainly|S gives the hour and says|the accounts show} that ",
        "{without W's help|without further ado|not long after}, ",
        "{except for W, all were there when |but for one page S is whole, and there we read that }",
        "{W wept as |the crowd cheered when |W was standing by when }",
        "{W could not have failed to see|W never ceased to say|W did not fail to note} that ",
        "{it is a plain fact|it is common ground|W has since found in the archive} that ",
    ),
    behind_lost=(
        ", {which is the very thing to be proved|which begs the question|as if that were known}",
        ", {though not, it seems, in that year|but in a quite different matter|but by mistake}",
        ", {to hear W tell it|as W told the story|in W's telling}",
        ", {failing which|without which} {the treaty was void|the oath did not bind}",
        ". {Or did W make it up?|But is it so?|Did it happen, though?}",
        ", {and yet|and still} {the register has no such entry|nobody can name a witness}",
        ", {so long as|in so far as|to the extent that} {W can be believed|the paper is good}",
        "; {not one word of it is true|nobody now thinks so|I have my doubts}",
        ", {a thing|a feat} {W could not possibly have known|beyond all belief|that cannot have been}",
        ", {were it not that|had not|if only} {W had died the year before|W been dead by then}",
    ),
    behind_harmless=(
        ". {W did not answer.|No lamp was lit.|Hardly a word was spoken.}",
        ", {though it cost W dear|but W paid for it|but with great labour}",
        ", {not unlike W|much as W would later do|just as W had said it would be}",
        " {never to return|without a backward glance|in no time}",
        ", {so W gave thanks|and so the day ended|and so to bed}",
        ", {which is to be seen in S to this day|which W later described|on which S has a long note}",
        "; {W had never seen the like|the rest is known|no more is said of W}",
        " {while W was saying grace|as W was telling a tale to the children}",
        ", {the only time that W laughed|the last thing that W ever saw|a rumour having called them there}",
        ", {and if W was late, it was not by much|and had W not come, they would have waited}",
    ),
)


class Cut(Struct, frozen=True):
    """A sentence, the clause that is quoted out of it, and whether a qualification was lost."""

    sentence: str
    quoted: str
    is_lost: bool


def cuts(draw: random.Random, count: int, *, final: bool) -> list[Cut]:
    """Draw so many cuts, half of them harmless, half before the clause and half behind it."""
    sets = (_FINAL,) if final else (_DEVELOPMENT, _MORE_DEVELOPMENT)
    sorts = (
        ([one for of in sets for one in of.before_lost], True, True),
        ([one for of in sets for one in of.before_harmless], True, False),
        ([one for of in sets for one in of.behind_lost], False, True),
        ([one for of in sets for one in of.behind_harmless], False, False),
    )
    clauses = _clauses(held_out=final)
    made: list[Cut] = []
    for number in range(count):
        patterns, is_before, is_lost = sorts[number % len(sorts)]
        wording = draw.choice(_drawn(patterns[number // len(sorts) % len(patterns)]))
        clause = draw.choice(clauses)
        for letter, words in (("W", _WHO), ("T", _TIME), ("S", _SOURCE)):
            wording = re.sub(rf"\b{letter}\b", draw.choice(words), wording)
        sentence = f"{wording}{clause}." if is_before else f"{clause}{wording}."
        made.append(Cut(sentence[0].upper() + sentence[1:], clause, is_lost))
    return made


_FREE = re.compile(r"\b(?:not|no|nor|neither|never|none|nothing|but|if|except|unless|lest|though|said|saith|cannot)\b")


def _clauses(*, held_out: bool) -> list[str]:
    """Choose verses that are one plain statement about the past."""
    return [
        verse[0].lower() + verse[1:].rstrip(".")
        for verse in verses(held_out=held_out)
        if 40 <= len(verse) <= 110
        and re.match(r"(?:And )?(?:the|they|he|she|there|it)\b", verse, re.IGNORECASE)
        and verse.endswith(".")
        and not re.search(r"[;:?!]|\. |, (?:and|that)", verse)
        and not _FREE.search(verse.lower())
    ]


def at_random(draw: random.Random, count: int) -> list[tuple[str, str]]:
    """Cut some words out of running verses wherever it falls: the words around, and those that are quoted."""
    words = [word for verse in verses(held_out=True) for word in verse.split()]
    made: list[tuple[str, str]] = []
    for _ in range(count):
        start, length = draw.randrange(60, len(words) - 100), draw.randint(6, 25)
        made.append((" ".join(words[start - 50 : start + length + 50]), " ".join(words[start : start + length])))
    return made

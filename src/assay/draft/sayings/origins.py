"""Nobody is drafted by where he comes from or what he believes: a people or a faith is no speaker and no hearer."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from assay.draft.sayings.saying import Party, Saying
from assay.voices.lexicon import listed

_ORIGINS = listed(
    """Jew Jews Jewish Arab Arabs Gypsy Gypsies Tatar Tatars Chechen Chechens Ingush Kalmyk Kalmyks Kurd Kurds
    Kurdish Tutsi Tutsis Hutu Hutus Yazidi Yazidis Uyghur Uyghurs Rohingya Armenians Serbs Croats Bosniaks Albanians
    Tamil Tamils Sinhalese Mapuche Christians Catholic Catholics Protestant Protestants Muslim Muslims
    Moslem Moslems Islamic Hindu Hindus Sikh Sikhs Buddhist Buddhists Shia Shiite Shiites Sunni Sunnis Semite
    Semites Semitic Negro Negroes Aborigines Aboriginal Indigenous"""
)


def without_origins(found: Iterable[Saying]) -> Iterator[Saying]:
    """Leave out sayings of a people or faith, and peoples and faiths among those who are told or who told.

    A body may be called after one (*the Jewish Agency*): its last word is a name, too.
    """
    for saying in found:
        if not _is_origin(saying.witness):
            to, chain = (tuple(one for one in some if not _is_origin(one)) for some in (saying.to, saying.chain))
            yield structs.replace(saying, to=to, chain=chain)


def _is_origin(party: Party) -> bool:
    words = party.name.replace(",", " ").split()
    return any(word in _ORIGINS for word in words) and (words[-1] in _ORIGINS or words[-1].islower())

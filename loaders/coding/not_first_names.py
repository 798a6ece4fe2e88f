"""Capitalised words that may stand before a bare surname without being a first name.

"President Tokayev", "Yesterday Putin", "Ранее Жапаров" name the known man; "Alisher Rakhmonov" does not.
"""

from __future__ import annotations

import re

_EN = """the a an mr mrs ms miss dr sir president presidents premier minister ministers secretary chancellor
chairman chairwoman speaker leader king emir sultan prince princess sheikh ambassador general ayatollah
mullah envoy commissioner spokesman spokeswoman counterpart director governor representative senator vice
state treasury comrade lord lady crown supreme deputy acting interim former first second lady host
and or but nor yet so with without by to from of for in on at as into onto over under after before since
until till during through throughout despite unlike like besides beyond behind between among amid against
when while where whereas whether if that then than because although though once unless why how who whom
whose which what this these those both either neither not no only even just also again still already soon
later earlier now today yesterday tomorrow tonight here there meanwhile however moreover instead thus hence
perhaps maybe indeed finally eventually recently previously currently officially reportedly afterwards
another his her their its our my your did does do is are was were has have had will would can could should
may might must let asked told according thanks next last says said
monday tuesday wednesday thursday friday saturday sunday january february march april june july august
september october november december jan feb mar apr jun jul aug sep sept oct nov dec"""
_RU = """президент президента президенту президентом президенте премьер премьера премьеру премьером министр
министра министру министром глава главы главе главу главой генсек генсека канцлер канцлера король короля
эмир эмира султан шейх шейха посол посла спикер спикера генерал господин господина господину госпожа
лидер лидера вице экс сенатор аятолла мулла и а но да или либо же то так как что чтобы если когда пока
хотя где куда откуда почему зачем с со по к ко от из для в во на при о об обо у за под над перед между
через после до без ради против кроме вместо около среди благодаря согласно
ранее раньше позже потом затем тогда теперь сейчас сегодня вчера завтра накануне недавно также тоже
однако впрочем зато поэтому потому именно только лишь даже уже еще снова вновь опять вслед следом
этот эта это эти его ее их он она они сам сама не ни вот вскоре впервые официально
понедельник вторник среду четверг пятницу субботу воскресенье
января февраля марта апреля мая июня июля августа сентября октября ноября декабря"""
_TITLES = """president minister premier secretary chancellor chairman king emir sultan prince sheikh
ambassador envoy general secretary-general commissioner speaker ayatollah mullah commander marshal leader
президент президента президенту президентом президенте министр министра министру министром министре премьер
премьера премьеру премьером глава главы главе главу главой генсек генсека генсеком генсеку секретарь
секретаря секретарем секретарю канцлер канцлера канцлером король короля королем эмир эмира эмиром султан
посол посла послом послу спикер спикера спикером лидер лидера лидером мулла
президенти президенті prezidenti prezident президенти раиси"""
_OTHERS = """президенти президенті президентинин президентінің prezident prezidenti prezidentining
prezidentiniň раиси вазири министри министрі vazir vaziri ministr ministri премьери премьері
бирок бул ал ошондой кийин ал сол осы кейін бірақ бугун кеча лекин ва аммо баъд"""
# What opens a sentence of the five languages before a surname: "Кеше Тоқаев", "Shuningdek Mirziyoyev".
_OPENERS = """кеше бүгін ертең былтыр биыл содан сонда сондай сосын бұл осыдан оған онда ал алайда дегенмен
сонымен айта одан кейінірек жақында өткен келесі мұнда соның бұдан сондықтан тағы әрі және президент
кечээ бүгүн эртең былтыр быйыл анда ошондо ошентип андан мындан кийин кийинчерээк жакында өткөн бирок
ошол мында дагы ошондуктан андай кечинде
kecha bugun ertaga otgan shundan song keyin keyinroq shuningdek ayni shu bu unda biroq lekin ammo yaqinda
oldin avval esa joriy keyingi natijada bundan kechqurun кеча бугун эртага ўтган шундан сўнг кейин кейинроқ
шунингдек айни шу бу унда бироқ аммо яқинда олдин аввал жорий кейинги натижада бундан
дирӯз имрӯз фардо порсол имсол сипас баъдан дар аз бо ба он ин ҳамчунин вале аммо инчунин пас қаблан
ахиран ҳафтаи моҳи соли рӯзи пештар шоми субҳи ҳамзамон баъдтар
dün şu soň ýakynda geçen"""
_TITLE_WORDS = frozenset(_TITLES.split())
_NOT_FIRST_NAMES = frozenset(f"{_EN} {_RU} {_TITLES} {_OTHERS} {_OPENERS}".split())
# Patronymics, and adverbs that open a sentence: "Officially Tokayev", "Отдельно Жапаров".
# A day or a town in which something was done ("Жұмада Тоқаев", "Toshkentda Putin"): first names of the
# region do not end so.
_WHERE = re.compile(
    r"..(?:н[дт][аеоө]|[дт][аеоө]|д[аеоө]н|nda|da|dan|gacha?|gandan|гача?|кунги|гандан|генден)$"
)
_NO_NAME = re.compile(
    r"(?:вич(?:а|у|ем|е)?|вн(?:а|ы|е|у|ой)|vich|[oe]vna|uly|ogly|oglu|улы|ұлы|уулу|ally|edly|ntly|но|мен)$"
)


def may_be_first_name(key: str) -> bool:
    """Whether a capitalised word, given by its key, can be the first name of somebody else.

    >>> may_be_first_name("president"), may_be_first_name("alisher"), may_be_first_name("кемелевич")
    (False, True, False)
    """
    return key not in _NOT_FIRST_NAMES and _NO_NAME.search(key) is None


def says_where(key: str) -> bool:
    """Whether a word of a Turkic neighbour has the ending of a place or a time.

    >>> says_where("жұмада"), says_where("toshkentda"), says_where("нұржан")
    (True, True, False)
    """
    return _WHERE.search(key) is not None


def is_title(key: str) -> bool:
    """Whether a word, given by its key, is an office that goes before a surname: "Prime Minister Sharif"."""
    return key in _TITLE_WORDS

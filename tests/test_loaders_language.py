"""Language of an article: the seven are told apart, and others are not taken for them."""

from __future__ import annotations

import pytest

from loaders.language import identify

SENTENCES = {
    "en": "The foreign ministers of Kazakhstan and Uzbekistan met in Tashkent on Friday to discuss trade.",
    "ru": "Министры иностранных дел Казахстана и Узбекистана встретились, чтобы обсудить торговлю.",
    "kk": "Қазақстан мен Өзбекстанның сыртқы істер министрлері кездесіп, сауда мәселелерін талқылады.",
    "ky": "Кыргызстан менен Өзбекстандын тышкы иштер министрлери жолугуп, сооданы талкуулашты.",
    "tg": "Вазирони корҳои хориҷии Тоҷикистон ва Ӯзбекистон мулоқот карда, тиҷоратро баррасӣ намуданд.",
    "tk": "Türkmenistanyň we Özbegistanyň daşary işler ministrleri söwdany ara alyp maslahatlaşdylar.",
    "uz": "Qozog‘iston va O‘zbekiston tashqi ishlar vazirlari savdo masalalarini muhokama qildilar.",
}
CYRILLIC_UZBEK = (
    "Қозоғистон ва Ўзбекистон ташқи ишлар вазирлари Тошкентда учрашиб, савдо масалаларини муҳокама қилдилар."
)


@pytest.mark.parametrize(("lang", "text"), [*SENTENCES.items(), ("uz", CYRILLIC_UZBEK)])
def test_the_seven(lang: str, text: str) -> None:
    assert identify(text) == lang


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "uk",
            "Президент України прибув до Астани та провів переговори з президентом Казахстану про торгівлю.",
        ),
        ("fr", "Le président kazakh est arrivé à Paris pour une visite officielle, a annoncé le ministère."),
        ("tr", "Cumhurbaşkanı Tokayev, Ankara'ya resmi ziyarette bulundu ve anlaşmalar imzalandı."),
        (
            "az",
            "Prezident Qazaxıstana səfər etdi və danışıqlar apardı, deyə nazirlik bildirib.",
        ),
        ("zh", "哈萨克斯坦总统访问中国"),
        ("fa", "رئیس جمهور قزاقستان به تهران سفر کرد و با همتای خود دیدار کرد"),
    ],
)
def test_others_are_not_taken_for_the_seven(lang: str, text: str) -> None:
    assert identify(text) == lang


def test_short_titles_stay_among_the_seven() -> None:
    assert identify("", "Kazakh President met Xi") == "en"
    assert identify("Президент прилетел в Баку") == "ru"


def test_no_letters_no_language() -> None:
    assert identify("12:30 — 14") == ""

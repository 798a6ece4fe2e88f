"""The vocabulary: what it holds, and that the compiled files follow the entries."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from loaders.coding.mentions import find_mentions
from models.errors import VocabularyError
from models.vocabulary import CENTRAL_ASIA, LANGS, actor, actor_name, actors, people, resolve
from models.vocabulary.build import compiled
from models.vocabulary.catalogue import COMPILED
from models.vocabulary.check import problems
from models.vocabulary.russian_forms import person_forms, phrase_forms
from models.vocabulary.source import first_day, last_day


def test_compiled_files_follow_the_entries() -> None:
    for name, text in compiled().items():
        assert (COMPILED / name).read_text("utf-8") == text, (
            f"{name} is out of date: python -m models.vocabulary.build"
        )


def test_five_states_come_first_with_colours_and_names_everywhere() -> None:
    assert tuple(actors())[:5] == CENTRAL_ASIA
    for code in CENTRAL_ASIA:
        found = actor(code)
        assert found.colour
        assert found.centre
        assert set(found.name) == set(LANGS)


def test_display_name_is_the_states_own() -> None:
    assert actor_name("KGZ", "ru") == "Кыргызстан"
    assert actor_name("KGZ") == "Kyrgyzstan"


def test_every_united_nations_member_is_there() -> None:
    states = [found for found in actors().values() if found.kind == "state"]
    assert len(states) == 193 + 4  # with the Holy See, Palestine, Taiwan and Kosovo


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kirghizia", "KGZ"),
        ("Киргизией", "KGZ"),
        ("Nur-Sultan", "KAZ"),
        ("O‘zbekiston", "UZB"),
        ("Ўзбекистон", "UZB"),
        ("ШОС", "SCO"),
        ("Abraham Accords", "Abraham Accords"),
        ("KAZ", "KAZ"),
        ("Zhaparov", "KGZ"),
        ("Atlantis", None),
    ],
)
def test_resolve(name: str, code: str | None) -> None:
    assert resolve(name) == code


def test_a_person_with_two_offices_resolves_by_the_day() -> None:
    assert resolve("Vladimir Norov", on=date(2020, 5, 1)) == "SCO"
    assert resolve("Vladimir Norov", on=date(2022, 6, 1)) == "UZB"
    assert people()["Vladimir Norov"].title(date(2020, 5, 1)) == "Secretary-General"


def test_unknown_code_says_the_way_out() -> None:
    with pytest.raises(VocabularyError, match=r"models\.vocabulary\.build"):
        actor("XXX")


def test_the_vocabulary_has_no_problem() -> None:
    assert problems() == []


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "not_actors.yml").write_text("en: []", "utf-8")
    (tmp_path / "a.yml").write_text(
        """
KAZ:
  iso2: KZ
  colour: blue
  centre: [151, 71]
  adjectives: {en: [Kazakh], xx: [Kazakh]}
  people:
    - name: A Somebody
      roles:
        - {role: President, from: 2020-13}
        - {role: President, of: NOWHERE, from: 2020-05, to: 2019}
        - {role: President}
    - name: B Somebody
      roles:
        - {role: President, of: KGZ, from: 2020}
KGZ: {iso2: KG, centre: [42, 74], adjectives: {en: [Kazakh]}}
Kzz: {kind: kingdom}
""",
        "utf-8",
    )
    (tmp_path / "b.yml").write_text("KGZ: {iso2: KG, centre: [42, 74]}", "utf-8")
    told = "\n".join(problems(tmp_path))
    for expected in (
        "code KGZ is used 2 times, in a.yml, b.yml",
        "TJK has no entry",
        "colour 'blue' is not written #rrggbb",
        "centre [151, 71] is not a latitude",
        "language 'xx' is not one of",
        "'2020-13-01' is not a day",
        "acts for 'NOWHERE'",
        "ends (2019-12-31) before it starts (2020-05-01)",
        "has no date",
        "kind 'kingdom' is not one of",
        "'Kazakh' (en) stands for KAZ and KGZ",
        "surname 'somebody' belongs to A Somebody and B Somebody",
        "Kzz: has no English name",
    ):
        assert expected in told


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-02-03", "2020-02-03", "2020-02-03"),
        ("", "", ""),
    ],
)
def test_months_and_years_open_to_days(written: str, first: str, last: str) -> None:
    assert (first_day(written), last_day(written)) == (first, last)


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("Белый дом", "Белым домом"),
        ("Шанхайская организация сотрудничества", "Шанхайскую организацию сотрудничества"),
        ("Объединённые Арабские Эмираты", "Объединёнными Арабскими Эмиратами"),
        ("Кыргызская Республика", "Кыргызской Республике"),
        ("Нур-Султан", "Нур-Султане"),
        ("Авраамовы соглашения", "Авраамовым соглашениям"),
    ],
)
def test_russian_phrases_decline(phrase: str, form: str) -> None:
    assert form in phrase_forms(phrase)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Касым-Жомарт Токаев", "Касым-Жомарта Токаева"),
        ("Касым-Жомарт Токаев", "Касымом-Жомартом Токаевым"),
        ("Шавкат Мирзиёев", "Шавкатом Мирзиёевым"),
        ("Си Цзиньпин", "Си Цзиньпином"),
        ("Сергей Лавров", "Сергею Лаврову"),
        ("Владимир Зеленский", "Владимира Зеленского"),
        ("Роза Отунбаева", "Розой Отунбаевой"),
        ("Сергей Шойгу", "Сергея Шойгу"),
        ("Мухаммед бен Заид", "Мухаммеда бен Заида"),
    ],
)
def test_russian_people_decline(name: str, form: str) -> None:
    assert form in person_forms(name)


def test_one_language_loads_fast() -> None:
    command = (
        "import time; from models.vocabulary import aliases, actors; t = time.process_time(); actors(); "
    )
    command += "aliases('ru'); print(time.process_time() - t)"
    spent = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True).stdout
    assert float(spent) < 1  # all languages at once would take longer, even on a busy machine


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Министр поговорил с Каей Каллас.", "EU"),
        ("Визит Валентины Матвиенко завершён.", "RUS"),
        ("Разговор с Джорджей Мелони прошёл в Риме.", "ITA"),
        ("Его приняли вместе с принцем Мухаммедом бин Салманом.", "SAU"),
    ],
)
def test_names_of_women_and_of_the_gulf_in_russian_cases(text: str, code: str) -> None:
    assert {m.code for m in find_mentions(text, "ru", dt.date(2025, 6, 20))} == {code}

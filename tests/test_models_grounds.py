"""Grounds go into the store and come back as they were."""

from __future__ import annotations

from models.grounds import NOT_TOLD, Grounds, LeftOut, Mark, left_out_from_json, left_out_to_json


def test_grounds_come_back_as_they_were_written() -> None:
    grounds = Grounds((Mark("actor", 3, 9, "person, subject"),), (("both coders agree", 0.73),))
    assert Grounds.from_json(grounds.to_json()) == grounds


def test_nothing_known_takes_no_room() -> None:
    assert NOT_TOLD.to_json() == left_out_to_json([]) == ""
    assert Grounds.from_json("") == NOT_TOLD
    assert left_out_from_json("") == ()


def test_what_was_left_out_comes_back_in_its_order() -> None:
    found = (
        LeftOut("visit", 1, 6, "visit", "hypothetical"),
        LeftOut("sign", 9, 13, "«sign»", "unsure", "KAZ"),
    )
    assert left_out_from_json(left_out_to_json(found)) == found

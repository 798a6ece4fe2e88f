"""A choice between a few, kept in the address."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from dashboard import filters, words


def one_of(name: str, label: str, options: Mapping[str, str]) -> None:
    """Draw the view `name` as buttons: `options` are its codes and their marked words. A code that the
    address made up gives way to the first."""
    if filters.view(name) not in options:
        filters.set_view(name, next(iter(options)))
    st.segmented_control(
        label,
        list(options),
        format_func=partial(words.told, options),
        key=filters.key(name),
        required=True,
    )

"""How tables are headed and how their numbers are written."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.i18n import tr


def headed(frame: pd.DataFrame) -> dict[str, Any]:
    """Streamlit's `column_config` for a frame: heads in the interface's language, whole numbers with the
    separators of the reader's browser."""
    return {
        name: st.column_config.NumberColumn(tr(name), format="localized")
        if pd.api.types.is_integer_dtype(frame[name])
        else tr(name)
        for name in frame.columns
    }

"""Settings of the whole test run."""

from __future__ import annotations

import os
import sys

if "PYTEST_XDIST_WORKER" in os.environ:
    # A spawned process imports its parent's main module again. In a worker of pytest-xdist that is the
    # worker's boot script, which can't be imported: without a file it is left alone.
    vars(sys.modules["__main__"]).pop("__file__", None)

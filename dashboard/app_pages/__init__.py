"""One file = one page: PAGE and render()."""

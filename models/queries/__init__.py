"""One file = one question: (Store, EventFilter) to frozen rows."""

"""What we know: tables, vocabulary, every question that can be asked."""

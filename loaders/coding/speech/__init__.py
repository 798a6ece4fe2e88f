"""Who says what: quotations, indirect speech, speakers and their roles."""

"""Kazakh, Kyrgyz, Uzbek, Tajik and Turkmen: the verb ends the clause, cases tell who did it to whom."""

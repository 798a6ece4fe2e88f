"""How right is the coder? Gold articles in, figures and errors out. Pure but for the reading of files."""

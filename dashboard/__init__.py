"""What people touch: browser pages, HTTP routes and the command line."""

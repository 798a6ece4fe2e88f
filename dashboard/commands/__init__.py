"""One file = one command of `steppe`. Each imports only click at its top: a cron machine starts fast."""

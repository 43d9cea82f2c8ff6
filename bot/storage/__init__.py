"""What survives a restart: one SQLite file that a person can read with the `sqlite-utils` command.

Belongs here: tables, transactions, identities, what is kept and what is wiped. Does not: deciding anything; SQL, rows
or keys never leave this package.
"""

"""The tables, as steps that are applied in order.

Append only: a step that has shipped is never edited, because databases out there have already taken it.
All times are ISO 8601 in UTC with milliseconds, so that they sort as text; everything composite is JSON text.
"""

from sqlite_utils import Database, Migrations

migrations = Migrations("kompas")


@migrations()
def m001_first_tables(db: Database) -> None:
    """Everything of version 0.1: who, what came in, what goes out, what was kept, what is due."""
    # chat: keyed hash of channel + id; address: where to send, encrypted; state: JSON, null when new or erased;
    # screen_*: the message that shows the current screen; leaving: erased, stays until the farewell was sent
    db.execute("""
        CREATE TABLE chats (
            chat TEXT PRIMARY KEY,
            channel TEXT NOT NULL,
            address TEXT NOT NULL,
            state TEXT,
            screen_message INTEGER,
            screen_generation INTEGER,
            seen_at TEXT NOT NULL,
            leaving INTEGER NOT NULL DEFAULT 0
        )""")
    # a row that is done keeps the number of its update and nothing of the person; error: the reference in the log
    db.execute("""
        CREATE TABLE inbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            channel TEXT NOT NULL,
            update_id INTEGER,
            chat TEXT REFERENCES chats (chat) ON DELETE SET NULL,
            kind TEXT,
            value TEXT,
            language TEXT,
            received_at TEXT NOT NULL,
            done_at TEXT,
            error TEXT,
            UNIQUE (channel, update_id)
        )""")
    db.execute("CREATE INDEX inbox_waiting ON inbox (channel, id) WHERE done_at IS NULL")
    db.execute("CREATE INDEX inbox_chat ON inbox (chat) WHERE chat IS NOT NULL")
    # a reply that was sent is deleted; parts_sent: how many messages of a long reply were accepted
    db.execute("""
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            channel TEXT NOT NULL,
            chat TEXT NOT NULL REFERENCES chats (chat) ON DELETE CASCADE,
            reply TEXT NOT NULL,
            written_at TEXT NOT NULL,
            parts_sent INTEGER NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL DEFAULT 0,
            retry_at TEXT,
            problem TEXT
        )""")
    db.execute("CREATE INDEX outbox_chat ON outbox (chat, id)")
    db.execute("""
        CREATE TABLE assessments (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            chat TEXT NOT NULL REFERENCES chats (chat) ON DELETE CASCADE,
            finished_at TEXT NOT NULL,
            result TEXT NOT NULL
        )""")
    db.execute("CREATE INDEX assessments_chat ON assessments (chat, id)")
    db.execute("""
        CREATE TABLE due (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            chat TEXT NOT NULL REFERENCES chats (chat) ON DELETE CASCADE,
            due_at TEXT NOT NULL,
            value TEXT NOT NULL
        )""")
    db.execute("CREATE INDEX due_at ON due (due_at)")
    db.execute("CREATE INDEX due_chat ON due (chat)")
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")


@migrations()
def m002_for_admins(db: Database) -> None:
    """What admins asked for and sent, and what people let them read."""
    # a job is deleted when its outcome is in the inbox; proposal: JSON with the file as it was sent
    db.execute("""
        CREATE TABLE jobs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            channel TEXT NOT NULL,
            chat TEXT NOT NULL REFERENCES chats (chat) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            about TEXT NOT NULL,
            asked_at TEXT NOT NULL
        )""")
    db.execute("CREATE INDEX jobs_chat ON jobs (chat)")
    db.execute("""
        CREATE TABLE proposals (
            chat TEXT PRIMARY KEY REFERENCES chats (chat) ON DELETE CASCADE,
            proposal TEXT NOT NULL
        )""")
    # what nothing fitted, of people who agreed; it goes with everything else of theirs
    db.execute("""
        CREATE TABLE gaps (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            chat TEXT NOT NULL REFERENCES chats (chat) ON DELETE CASCADE,
            text TEXT NOT NULL,
            kept_at TEXT NOT NULL
        )""")
    db.execute("CREATE INDEX gaps_chat ON gaps (chat)")

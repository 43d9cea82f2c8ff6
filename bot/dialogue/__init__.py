"""The conversation: pure. `step(catalogue, event, state, view) -> Outcome(state, replies, effects)`.

Belongs here: which screen follows which, and every sentence the bot says (in `wording/`).
Does not: input or output, storage, pictures, Telegram.
"""

"""The pure core: what fits this situation, what to ask next, what to advise and why.

Belongs here: domain types, matching, beliefs, ranking, plan, group statistics; all deterministic.
Does not: input or output, a clock, randomness, async, wording, or any challenge, practice or language by name.
"""

"""`python -m tests.bench NAME [--json]`."""

import json
import sys

from tests.bench import check, fit, reload, turn

BENCHES = {"turn": turn.run, "fit": fit.run, "check": check.run, "reload": reload.run}


def main() -> int:
    """Run a benchmark and print its figures."""
    names = [word for word in sys.argv[1:] if not word.startswith("-")]
    if len(names) != 1 or names[0] not in BENCHES:
        print(f"usage: python -m tests.bench {'|'.join(BENCHES)} [--json]", file=sys.stderr)
        return 2
    figures = BENCHES[names[0]]()
    if "--json" in sys.argv:
        print(json.dumps(figures, indent=2))
    else:
        for name, value in figures.items():
            print(f"{name:58} {value if isinstance(value, str) else round(value, 3)}")
    return 0


sys.exit(main())

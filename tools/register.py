"""Write docs/data-register.md from the models; with --check, say whether it is in step."""

import sys

from halte.config.data_register import main

if __name__ == "__main__":
    sys.exit(main())

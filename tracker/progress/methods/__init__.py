"""Official rating methods, each a pure function of its publisher's own components.

Shown beside our rating and never mixed with it. `of_status` gives them what a status
holds; everything else here knows numbers and years only.
"""

from __future__ import annotations

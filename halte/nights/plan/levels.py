"""One goal after the other: each is made as good as it can be without touching those before it (HiGHS, exact)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, isfinite

import highspy
import numpy as np

SLACK = 1e-6
OPTIONS: dict[str, bool | float | str] = {
    "output_flag": False,
    "threads": 1,
    "presolve": "off",
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 1 - 1e-4,
    "mip_detect_symmetry": False,
    "mip_allow_restart": False,
    "mip_heuristic_effort": 0.2,
}
"""Without its presolve HiGHS is as fast on these models, and right: 1.16.0 with it calls some impossible that are not.

One thread, and a limit that is no clock: the same night and seed give the same plan on every machine.
"""


@dataclass(frozen=True)
class Level:
    """What a goal reached, and the most that any plan could have reached."""

    name: str
    value: int
    bound: int

    @property
    def gap(self) -> float:
        """The part of the bound that is missing: 0 when no plan does better."""
        return (self.bound - self.value) / self.bound if self.bound else 0.0


class _Silent(highspy.Highs):
    """The solver without its callbacks: switching them on prints a banner, and nothing here listens."""

    def enableCallbacks(self) -> None:  # noqa: N802
        pass


class Model:
    """Whole numbers with bounds, sums of them with bounds, and goals in their order."""

    def __init__(self, *, seed: int, nodes: int) -> None:
        self._solver = _Silent()  # type: ignore[no-untyped-call]
        self._number = 0
        self._chosen: list[int] = []
        self._most: list[int] = []
        for name, value in (OPTIONS | {"random_seed": seed % 2**31, "mip_max_nodes": nodes}).items():
            self._solver.setOptionValue(name, value)

    def variable(self, most: int) -> int:
        """A whole number from 0 to `most`; returns its number."""
        self._solver.addVar(0.0, float(most))
        self._solver.changeColIntegrality(self._number, highspy.HighsVarType.kInteger)
        self._number += 1
        self._chosen.append(0)
        self._most.append(most)
        return self._number - 1

    def most(self, variables: Iterable[int]) -> int:
        """The most that these numbers may be together, as far as each of them says."""
        return sum(self._most[variable] for variable in variables)

    def at_most(self, terms: Mapping[int, float], most: float) -> None:
        """The weighted sum of these numbers is at most so much."""
        self._row(terms, -highspy.kHighsInf, most)

    def at_least(self, terms: Mapping[int, float], least: float) -> None:
        """The weighted sum of these numbers is at least so much."""
        self._row(terms, least, highspy.kHighsInf)

    def exactly(self, terms: Mapping[int, float], number: float) -> None:
        """The weighted sum of these numbers is so much."""
        self._row(terms, number, number)

    def start(self, values: Mapping[int, float]) -> None:
        """Begin with these numbers, which keep every row, instead of with nothing at all."""
        for variable, value in values.items():
            self._chosen[variable] = round(value)

    def reach(self, name: str, goal: Mapping[int, int]) -> Level:
        """Make a goal as large as the goals before it leave room for, and keep it there.

        When the branches run out, the best numbers found stand, and the bound says how much better others may be.
        """
        if not goal:
            return Level(name, 0, 0)
        self._aim(goal)
        self._begin_with(self._chosen)
        value = self._run(goal)
        if value < floor(self._solver.getInfo().objective_function_value + SLACK):
            # Now and then HiGHS proves an optimum and hands back the numbers it began with: it is asked once more,
            # and begins with nothing.
            self._solver.clearSolver()
            value = self._run(goal)
        info = self._solver.getInfo()
        most = self._worth(goal, self._most)
        bound = min(most, floor(info.mip_dual_bound + SLACK)) if isfinite(info.mip_dual_bound) else most
        self.at_least({variable: float(weight) for variable, weight in goal.items()}, value)
        return Level(name, value, max(value, bound))

    def _run(self, goal: Mapping[int, int]) -> int:
        """Solve; keep the numbers found if they are worth as much as those so far. Returns what is reached."""
        self._solver.run()
        value = self._worth(goal, self._chosen)
        if self._solver.getInfo().primal_solution_status == int(highspy.SolutionStatus.kSolutionStatusFeasible):
            found = [round(number) for number in self._solver.getSolution().col_value]
            if self._worth(goal, found) >= value:
                value, self._chosen = self._worth(goal, found), found
        return value

    def chosen(self) -> list[int]:
        """The numbers as the last goal left them."""
        return self._chosen

    def _worth(self, goal: Mapping[int, int], numbers: Sequence[int]) -> int:
        return sum(weight * numbers[variable] for variable, weight in goal.items())

    def _aim(self, goal: Mapping[int, int]) -> None:
        costs = np.zeros(self._number)
        for variable, weight in goal.items():
            costs[variable] = weight
        self._solver.changeColsCost(self._number, np.arange(self._number, dtype=np.int32), costs)
        self._solver.changeObjectiveSense(highspy.ObjSense.kMaximize)

    def _begin_with(self, numbers: Sequence[int]) -> None:
        begin = highspy.HighsSolution()
        begin.col_value = [float(number) for number in numbers]
        self._solver.setSolution(begin)

    def _row(self, terms: Mapping[int, float], least: float, most: float) -> None:
        indices = np.fromiter(terms, dtype=np.int32, count=len(terms))
        weights = np.fromiter(terms.values(), dtype=np.float64, count=len(terms))
        self._solver.addRow(least, most, len(terms), indices, weights)

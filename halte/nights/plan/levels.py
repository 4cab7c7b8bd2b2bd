"""One goal after the other: each is made as good as it can be without touching those before it (HiGHS, exact)."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from typing import Any

import highspy
import numpy as np

SLACK = 1e-6


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


class NoPlan(Exception):
    """The solver found no plan at all in its time; beds already given stand as they are."""


class _Silent(highspy.Highs):
    """The solver without its callbacks: switching them on prints a banner, and nothing here listens."""

    def enableCallbacks(self) -> None:  # noqa: N802
        pass


class Model:
    """Whole numbers with bounds, sums of them with bounds, and goals in their order."""

    def __init__(self, *, seed: int, seconds: float) -> None:
        self._solver = _Silent()  # type: ignore[no-untyped-call]
        self._seconds = seconds
        self._number = 0
        self._begin: dict[int, float] = {}
        self.beside: dict[int, int] = {}
        for name, value in {
            "output_flag": False,
            "threads": 1,
            "random_seed": seed % 2**31,
            "mip_rel_gap": 0.0,
            "mip_abs_gap": 1 - 1e-4,
        }.items():
            self._solver.setOptionValue(name, value)

    def variable(self, most: int) -> int:
        """A whole number from 0 to `most`; returns its number."""
        self._solver.addVar(0.0, float(most))
        self._solver.changeColIntegrality(self._number, highspy.HighsVarType.kInteger)
        self._number += 1
        return self._number - 1

    def at_most(self, terms: Mapping[int, float], most: float) -> None:
        """The weighted sum of these numbers is at most so much."""
        self._row(terms, -highspy.kHighsInf, most)

    def at_least(self, terms: Mapping[int, float], least: float) -> None:
        """The weighted sum of these numbers is at least so much."""
        self._row(terms, least, highspy.kHighsInf)

    def start(self, values: Mapping[int, float]) -> None:
        """Begin with these numbers, which keep every row; those not named are 0."""
        self._begin = dict(values)

    def reach(self, name: str, goal: Mapping[int, int]) -> Level:
        """Make a goal as large as the goals before it leave room for, and keep it there.

        Raises:
            NoPlan: Nothing was found in time.
        """
        if not goal:
            return Level(name, 0, 0)
        self._aim(goal)
        self._solver.setOptionValue("time_limit", self._solver.getRunTime() + self._seconds)
        self._solver.run()
        info = self._solver.getInfo()
        if info.primal_solution_status != int(highspy.SolutionStatus.kSolutionStatusFeasible):
            raise NoPlan
        value = round(info.objective_function_value)
        bound = max(value, floor(info.mip_dual_bound + SLACK))
        self.at_least({variable: float(weight) for variable, weight in goal.items()}, value)
        return Level(name, value, bound)

    def chosen(self) -> list[int]:
        """The numbers as the last goal left them."""
        return [round(value) for value in self._solver.getSolution().col_value]

    def _aim(self, goal: Mapping[int, int]) -> None:
        costs = np.zeros(self._number)
        for variable, weight in goal.items():
            costs[variable] = weight
        solution = self._solver.getSolution() if self._solver.getInfo().valid else self._beginning()
        self._solver.changeColsCost(self._number, np.arange(self._number, dtype=np.int32), costs)
        self._solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        if solution is not None:
            self._solver.setSolution(solution)

    def _beginning(self) -> Any:
        if not self._begin:
            return None
        solution = highspy.HighsSolution()
        solution.col_value = [self._begin.get(number, 0.0) for number in range(self._number)]
        return solution

    def _row(self, terms: Mapping[int, float], least: float, most: float) -> None:
        indices = np.fromiter(terms, dtype=np.int32, count=len(terms))
        weights = np.fromiter(terms.values(), dtype=np.float64, count=len(terms))
        self._solver.addRow(least, most, len(terms), indices, weights)

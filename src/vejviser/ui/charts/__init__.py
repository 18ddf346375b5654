"""Charts drawn on the server: pure functions from dataclasses to what the templates in ui/charts/ draw.

One mark per person, never a mean of persons; never colour alone; the same numbers stand in a table below.
"""

from vejviser.ui.charts.goal_chart import GoalChart, Rating, goal
from vejviser.ui.charts.level_chart import LevelChart, LevelView, levels
from vejviser.ui.charts.position_chart import PositionChart, RoundMark, positions

__all__ = [
    "GoalChart", "LevelChart", "LevelView", "PositionChart", "Rating", "RoundMark", "goal", "levels", "positions",
]  # fmt: skip

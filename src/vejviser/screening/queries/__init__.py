"""Reading rounds: the forms, the plan, the page of assessing, the talk and the line over time."""

"""Changing rounds: the plan and the notice, own assessments, the talk, objections and the talk with the parents."""

"""The guide's rules, pure: what its content must hold, which answer fits three codes, and how it is searched."""

"""The owner's FAQ: what it answers, what it could not, and how new answers get into it."""

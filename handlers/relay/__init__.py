"""A hot lead goes to a human: offered, climbed, claimed, spoken with."""

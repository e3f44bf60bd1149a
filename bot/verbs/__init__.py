"""What `python -m bot VERB` does, a small file for each group of verbs."""

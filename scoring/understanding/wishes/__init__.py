"""What a message wants: needs, intents, and the wish to be left alone."""

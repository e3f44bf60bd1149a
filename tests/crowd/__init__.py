"""A crowd of hot leads and of reps who all want them, through the real handlers and delivery."""

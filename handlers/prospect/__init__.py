"""A prospect wrote or pressed: what it says, what is answered, what is asked next."""

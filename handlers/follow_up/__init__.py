"""What is sent unasked: follow-ups, sequences, campaigns, reminders, and the gate before them."""

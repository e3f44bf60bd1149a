"""What a message says of people: who decides, who writes, how to reach him."""

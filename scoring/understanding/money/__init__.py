"""What a message says of money: numbers, sums, and which of them is the budget."""

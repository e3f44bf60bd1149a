"""What a message says of time: dates, spans, haste, and which of them is the plan to buy."""

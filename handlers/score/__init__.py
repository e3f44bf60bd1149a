"""The score of a lead kept true: worked out, explained, replayed, learned from outcomes."""

"""The numbers managers ask for: periods in words, counts with what they were before, by whom."""

"""The learned score: points fitted on won and lost, and the reasons behind them."""

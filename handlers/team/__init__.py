"""What reps and managers may ask and do, one file an occasion."""

"""The wizard in Textual: keys into the core's moves, the core's state into cells. Decides nothing."""

"""The commands: what an editor or a publisher runs."""

"""What every publication needs: digests, settings, checks, the engine, and the door to Pelican."""

"""`puntina verify`: builds the site as readers will get it, and checks its links and feeds."""

"""`puntina verify`: a site as readers will get it is built, and its links and feeds are followed and checked."""

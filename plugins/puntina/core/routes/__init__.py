"""The pages, lists and feeds that a site has, each with its path; redirects to them; what may be where."""

"""Officials explain: talks that a government offers and the house accepts or declines."""

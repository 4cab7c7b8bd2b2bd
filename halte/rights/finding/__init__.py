"""Finding the right topic from what a guest types, with the same ranking here and on a phone without a network."""

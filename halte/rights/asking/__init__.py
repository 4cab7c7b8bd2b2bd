"""What readers say of a page and what they ask, without a name; and how editors answer."""

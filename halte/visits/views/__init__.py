"""Every page and button of the door, the tags and the end of the day."""
